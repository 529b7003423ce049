import {Button, Card, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useMemo, useState, type ReactElement} from 'react'
import {countOutcomes, type Outcome} from '../../importing/claims/outcome.ts'
import type {Titles} from '../../importing/claims/sayValue.ts'
import {OutcomeFilter, type Filter} from './OutcomeFilter.tsx'
import {OutcomeRow} from './OutcomeRow.tsx'
import {HEAD, TABLE} from './table.ts'
import {useWords} from './useWords.ts'

interface OutcomesProps {
  outcomes: readonly Outcome[]
  titles: Titles
}

/** Rows that are shown at first, and added at a time. */
const PAGE = 200
const WIDTHS = {line: '5em', code: '8em', outcome: '9em', details: undefined}

/** The dry run: what becomes of every row, by outcome. */
export function Outcomes({outcomes, titles}: OutcomesProps): ReactElement {
  const t = useWords()
  const [filter, setFilter] = useState<Filter>('all')
  const [shown, setShown] = useState(PAGE)
  const counts = useMemo(() => countOutcomes(outcomes), [outcomes])
  const chosen = useMemo(
    () => (filter === 'all' ? outcomes : outcomes.filter(({status}) => status === filter)),
    [filter, outcomes],
  )
  const left = chosen.length - shown
  const show = (next: Filter): void => {
    setFilter(next)
    setShown(PAGE)
  }
  return (
    <Stack gap={4}>
      <Heading as="h2" size={1}>
        {t('rows.title')}
      </Heading>
      <OutcomeFilter all={outcomes.length} counts={counts} filter={filter} onChoose={show} />
      <Text as="output" muted size={1}>
        {t('rows.shown', {count: Math.min(shown, chosen.length), of: outcomes.length})}
      </Text>
      {chosen.length === 0 ? (
        <Text size={1}>{t('rows.empty')}</Text>
      ) : (
        <Card border padding={2} radius={2}>
          <table data-testid="outcomes" style={TABLE}>
            <thead>
              <tr>
                {Object.entries(WIDTHS).map(([part, width]) => (
                  <th key={part} scope="col" style={{...HEAD, width}}>
                    <Text muted size={1} weight="medium">
                      {t(`rows.${part}`)}
                    </Text>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chosen.slice(0, shown).map((outcome) => (
                <OutcomeRow key={outcome.line} outcome={outcome} titles={titles} />
              ))}
            </tbody>
          </table>
        </Card>
      )}
      {left > 0 && (
        <Flex>
          <Button
            fontSize={1}
            mode="ghost"
            onClick={() => setShown(shown + PAGE)}
            text={t('rows.more', {count: Math.min(left, PAGE)})}
          />
        </Flex>
      )}
    </Stack>
  )
}
