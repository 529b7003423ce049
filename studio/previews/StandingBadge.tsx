import {Badge, Flex} from '@sanity/ui'
import type {ReactElement} from 'react'
import type {ClaimStanding} from '../matching/claimStanding.ts'
import {standingLook} from './standingLook.ts'

/** Where a claim stands, in a word with its icon; nothing while that is not known. */
export function StandingBadge({standing}: {standing?: ClaimStanding}): ReactElement | null {
  if (standing === undefined) return null
  const {word, icon: Icon, tone} = standingLook(standing)
  return (
    <Badge data-standing={standing} paddingX={2} tone={tone}>
      <Flex align="center" as="span" gap={1}>
        <Icon />
        {word}
      </Flex>
    </Badge>
  )
}
