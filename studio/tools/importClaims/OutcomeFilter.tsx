import {Button, Flex} from '@sanity/ui'
import type {ReactElement} from 'react'
import type {Outcome, OutcomeCounts} from '../../importing/claims/outcome.ts'
import {useWords} from './useWords.ts'

export type Filter = Outcome['status'] | 'all'

interface OutcomeFilterProps {
  all: number
  counts: OutcomeCounts
  filter: Filter
  onChoose: (filter: Filter) => void
}

const FILTERS = ['all', 'new', 'changed', 'same', 'refused'] as const

/** A group of buttons, without the frame that browsers draw around one. */
const BARE = {border: 0, margin: 0, minWidth: 0, padding: 0}

/** Which rows are shown, each choice with how many there are. */
export function OutcomeFilter({all, counts, filter, onChoose}: OutcomeFilterProps): ReactElement {
  const t = useWords()
  return (
    <Flex aria-label={t('rows.filter')} as="fieldset" gap={2} style={BARE} wrap="wrap">
      {FILTERS.map((each) => (
        <Button
          aria-pressed={filter === each}
          fontSize={1}
          key={each}
          mode={filter === each ? 'default' : 'ghost'}
          onClick={() => onChoose(each)}
          text={t(`rows.${each}`, {count: each === 'all' ? all : counts[each]})}
        />
      ))}
    </Flex>
  )
}
