import {Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import type {FieldChange, Outcome} from '../../importing/claims/outcome.ts'
import {sayValue, type Titles} from '../../importing/claims/sayValue.ts'
import {PLAIN_LIST} from '../../../plugins/claim-gate/explain/plainList.ts'
import {shortened} from '../../../plugins/claim-gate/explain/shortened.ts'
import {useWords} from './useWords.ts'

interface OutcomeDetailsProps {
  outcome: Outcome
  titles: Titles
}

/** Enough of a value to see what it says. */
const LENGTH = 300

/** The statement of a new claim, the fields of one that changes, or every reason against a row. */
export function OutcomeDetails({outcome, titles}: OutcomeDetailsProps): ReactElement {
  const t = useWords()
  switch (outcome.status) {
    case 'new':
      return (
        <Text size={1}>
          {shortened(sayValue('statement', outcome.claim.statement, titles), LENGTH)}
        </Text>
      )
    case 'same':
      return (
        <Text muted size={1}>
          {t('outcome.same.text')}
        </Text>
      )
    case 'changed':
      return (
        <Stack as="ul" gap={4} padding={0} style={PLAIN_LIST}>
          {outcome.changes.map((change) => (
            <li key={change.field}>
              <Change change={change} titles={titles} />
            </li>
          ))}
        </Stack>
      )
    case 'refused':
      return (
        <Stack as="ul" gap={3} padding={0} style={PLAIN_LIST}>
          {outcome.reasons.map(({key, params}) => (
            <Text as="li" key={`${key} ${JSON.stringify(params)}`} size={1}>
              {t(key, params)}
            </Text>
          ))}
        </Stack>
      )
    default:
      return outcome satisfies never
  }
}

/** One field, as it is and as it will be. */
function Change({change, titles}: {change: FieldChange; titles: Titles}): ReactElement {
  const t = useWords()
  const {field} = change
  const [before, after] = [change.before, change.after].map(
    (value) => shortened(sayValue(field, value, titles), LENGTH) || t('outcome.empty'),
  )
  return (
    <Stack gap={2}>
      <Text size={1} weight="medium">
        {t(`field.${field}`)}
      </Text>
      <Text muted size={1}>
        {t('outcome.before')}: {before}
      </Text>
      <Text size={1}>
        {t('outcome.after')}: {after}
      </Text>
    </Stack>
  )
}
