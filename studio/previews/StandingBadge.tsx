import {Badge} from '@sanity/ui'
import type {CSSProperties, ReactElement} from 'react'
import type {ClaimStanding} from '../matching/claimStanding.ts'
import {standingLook} from './standingLook.ts'

const SIDE_BY_SIDE: CSSProperties = {alignItems: 'center', display: 'inline-flex', gap: '0.35em'}
/** Within a text icons stand in its margins, where nothing is beside them. */
const AS_THE_WORD: CSSProperties = {color: 'inherit', fontSize: '1.2em', margin: 0}

/** Where a claim stands, in a word with its icon; nothing while that is not known. */
export function StandingBadge({standing}: {standing?: ClaimStanding}): ReactElement | null {
  if (standing === undefined) return null
  const {word, icon: Icon, tone} = standingLook(standing)
  return (
    <Badge data-standing={standing} paddingX={2} tone={tone}>
      <span style={SIDE_BY_SIDE}>
        <Icon style={AS_THE_WORD} />
        {word}
      </span>
    </Badge>
  )
}
