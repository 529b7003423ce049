import {Badge, Flex, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import type {ClaimEntry} from '../matching/claimEntry.ts'
import type {MatchVerdict} from '../matching/claimIndex.ts'
import type {ClaimStanding} from '../matching/claimStanding.ts'
import {StandingBadge} from '../previews/StandingBadge.tsx'
import {verdictLook} from './verdictLook.ts'

interface ClaimLineProps {
  claim: ClaimEntry
  standing?: ClaimStanding
  /** What the selected words have to do with it. */
  verdict?: MatchVerdict
}

/** A claim by its code, where it stands, and its words with what must stand beside them. */
export function ClaimLine({claim, standing, verdict}: ClaimLineProps): ReactElement {
  const look = verdict && verdictLook(verdict)
  return (
    <Stack gap={3}>
      <Flex align="center" gap={2} wrap="wrap">
        <Text size={1} weight="semibold">
          {claim.code || 'No code yet'}
        </Text>
        {standing && <StandingBadge standing={standing} />}
        {look && <Badge tone={look.tone}>{look.word}</Badge>}
      </Flex>
      <Text size={1}>{claim.statement || 'No statement yet'}</Text>
      {claim.qualifier && (
        <Text muted size={1}>
          {claim.qualifier}
        </Text>
      )}
    </Stack>
  )
}
