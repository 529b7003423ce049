import {Badge, Box, Checkbox, Flex, Stack, Text} from '@sanity/ui'
import {useId, useMemo, type ReactElement} from 'react'
import {wordingDifference} from '../../importing/deck/wordingDifference.ts'
import {verdictLook} from '../../inputs/verdictLook.ts'
import type {ClaimStanding} from '../../matching/claimStanding.ts'
import type {ClaimSuggestion} from '../../matching/claimIndex.ts'
import {StandingBadge} from '../../previews/StandingBadge.tsx'
import {useWords} from './useWords.ts'
import {WordingLine} from './WordingLine.tsx'

interface SuggestedClaimProps {
  suggestion: ClaimSuggestion
  /** Where the claim stands, if that is known. */
  standing: ClaimStanding | undefined
  /** What the slide says. */
  words: string
  /** Id of what shows these words. */
  describedBy: string
  isAccepted: boolean
  disabled: boolean
  onDecide: (claim: string, accept: boolean) => void
}

/** A claim that a statement may make, and exactly how the words of the slide differ from the approved ones. */
export function SuggestedClaim(props: SuggestedClaimProps): ReactElement {
  const {suggestion, standing, words, describedBy, isAccepted, disabled, onDecide} = props
  const {claim, verdict} = suggestion
  const t = useWords()
  const id = useId()
  const look = verdictLook(verdict)
  const {parts, isSame} = useMemo(
    () => wordingDifference([claim.statement, ...claim.variations], words),
    [claim, words],
  )
  return (
    <Flex gap={3}>
      <Checkbox
        aria-describedby={describedBy}
        checked={isAccepted}
        disabled={disabled}
        id={id}
        onChange={(event) => onDecide(claim.id, event.currentTarget.checked)}
      />
      <Stack flex={1} gap={3}>
        <Flex align="center" gap={2} wrap="wrap">
          <Text as="label" htmlFor={id} size={1} weight="medium">
            {t('claim.accept', {code: claim.code || t('claim.unnamed')})}
          </Text>
          <Badge tone={look.tone}>{look.word}</Badge>
          {standing && <StandingBadge standing={standing} />}
        </Flex>
        <Text muted size={1}>
          {t(isSame ? 'claim.alike' : 'claim.difference')}
        </Text>
        {!isSame && (
          <Box>
            <WordingLine parts={parts} />
          </Box>
        )}
        {claim.qualifier !== undefined && (
          <Text muted size={1}>
            {t('claim.qualifier', {qualifier: claim.qualifier})}
          </Text>
        )}
      </Stack>
    </Flex>
  )
}
