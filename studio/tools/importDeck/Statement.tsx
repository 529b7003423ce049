import {Card, Stack, Text} from '@sanity/ui'
import {useId, type CSSProperties, type ReactElement} from 'react'
import type {DeckStatement} from '../../importing/deck/statements.ts'
import type {ImportedFile} from './importedFile.ts'
import {SuggestedClaim} from './SuggestedClaim.tsx'
import {useWords} from './useWords.ts'

interface StatementProps {
  statement: DeckStatement
  /** Ids of the claims that it is said to make. */
  accepted: readonly string[]
  standings: ImportedFile['standings']
  disabled: boolean
  onDecide: (claim: string, accept: boolean) => void
}

const LINES: CSSProperties = {whiteSpace: 'pre-wrap', overflowWrap: 'anywhere'}

/** One thing that a slide says, and the claims that come near it, each to be accepted or not. */
export function Statement(props: StatementProps): ReactElement {
  const {statement, accepted, standings, disabled, onDecide} = props
  const {words, isNote, suggestions} = statement
  const t = useWords()
  const id = useId()
  return (
    <Card as="li" border padding={3} radius={2}>
      <Stack gap={3}>
        {isNote && (
          <Text muted size={1}>
            {t('slide.note')}
          </Text>
        )}
        <Text id={id} size={1} style={LINES} weight="medium">
          {words}
        </Text>
        {suggestions.length === 0 && (
          <Text muted size={1}>
            {t('claim.none')}
          </Text>
        )}
        {suggestions.map((suggestion) => (
          <SuggestedClaim
            describedBy={id}
            disabled={disabled}
            isAccepted={accepted.includes(suggestion.claim.id)}
            key={suggestion.claim.id}
            onDecide={onDecide}
            standing={standings.get(suggestion.claim.id)}
            suggestion={suggestion}
            words={words}
          />
        ))}
      </Stack>
    </Card>
  )
}
