import {AddIcon} from '@sanity/icons/Add'
import {CheckmarkIcon} from '@sanity/icons/Checkmark'
import {EditIcon} from '@sanity/icons/Edit'
import {ErrorOutlineIcon} from '@sanity/icons/ErrorOutline'
import {Badge, Flex, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {IntentLink} from 'sanity/router'
import type {Outcome} from '../../importing/claims/outcome.ts'
import type {Titles} from '../../importing/claims/sayValue.ts'
import {OutcomeDetails} from './OutcomeDetails.tsx'
import {shortened} from '../../../plugins/claim-gate/explain/shortened.ts'
import {CELL} from './table.ts'
import {useWords} from './useWords.ts'

interface OutcomeRowProps {
  outcome: Outcome
  titles: Titles
}

const LOOKS = {
  new: {icon: <AddIcon />, tone: 'positive'},
  changed: {icon: <EditIcon />, tone: 'caution'},
  same: {icon: <CheckmarkIcon />, tone: 'default'},
  refused: {icon: <ErrorOutlineIcon />, tone: 'critical'},
} as const

/** What becomes of one row, and why. */
export function OutcomeRow({outcome, titles}: OutcomeRowProps): ReactElement {
  const {line, status} = outcome
  const code = shortened(outcome.code, 40)
  return (
    <tr>
      <td style={CELL}>
        <Text size={1}>{line}</Text>
      </td>
      <th scope="row" style={CELL}>
        <Text size={1} weight="medium">
          {status === 'changed' || status === 'same' ? (
            <IntentLink intent="edit" params={{id: outcome.id, type: 'claim'}}>
              {code}
            </IntentLink>
          ) : (
            code
          )}
        </Text>
      </th>
      <td style={CELL}>
        <OutcomeWord status={status} />
      </td>
      <td style={CELL}>
        <OutcomeDetails outcome={outcome} titles={titles} />
      </td>
    </tr>
  )
}

/** The outcome by word, icon and colour. */
function OutcomeWord({status}: Pick<Outcome, 'status'>): ReactElement {
  const t = useWords()
  const {icon, tone} = LOOKS[status]
  return (
    <Flex align="center" gap={2}>
      <Text size={1}>{icon}</Text>
      <Badge tone={tone}>{t(`outcome.${status}`)}</Badge>
    </Flex>
  )
}
