import {Card} from '@sanity/ui'
import {useEffect, useRef, type ReactElement} from 'react'
import type {ClaimStanding} from '../matching/claimStanding.ts'
import {ClaimLine} from './ClaimLine.tsx'
import type {ClaimChoice} from './useClaimChoices.ts'

interface ClaimOptionProps {
  id: string
  choice: ClaimChoice
  standing: ClaimStanding | undefined
  /** Enter chooses it. */
  isActive: boolean
  onChoose: () => void
}

/** One of the claims that are offered; the search field keeps the focus and points to it. */
export function ClaimOption(props: ClaimOptionProps): ReactElement {
  const {id, choice, standing, isActive, onChoose} = props
  const card = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isActive) card.current?.scrollIntoView({block: 'nearest'})
  }, [isActive])
  return (
    <Card
      aria-selected={isActive}
      data-code={choice.claim.code}
      id={id}
      onClick={onChoose}
      onMouseDown={(event) => event.preventDefault()}
      padding={3}
      radius={2}
      ref={card}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option element holds no badges
      role="option"
      style={{cursor: 'pointer'}}
      tabIndex={-1}
      tone={isActive ? 'primary' : 'default'}
    >
      <ClaimLine
        claim={choice.claim}
        {...(standing ? {standing} : {})}
        {...(choice.verdict ? {verdict: choice.verdict} : {})}
      />
    </Card>
  )
}
