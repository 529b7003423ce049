import {Card, Select, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import type {ClaimColumn} from '../../importing/claims/claimColumn.ts'
import {CLAIM_COLUMNS} from '../../importing/claims/claimColumns.ts'
import type {MappedColumn} from '../../importing/claims/mapColumns.ts'
import type {TableRow} from '../../importing/claims/readTable.ts'
import {shortened} from '../../../plugins/claim-gate/explain/shortened.ts'
import {CELL, HEAD, TABLE} from './table.ts'
import {useWords} from './useWords.ts'

const MIDDLE = {...CELL, verticalAlign: 'middle'} as const

interface MappingTableProps {
  columns: readonly MappedColumn[]
  /** For an example of each column. */
  rows: readonly TableRow[]
  disabled: boolean
  onChoose: (index: number, column: ClaimColumn | undefined) => void
}

/** Each column of the file, an example, and what it says of a claim, which can be chosen. */
export function MappingTable(props: MappingTableProps): ReactElement {
  const {columns, rows, disabled, onChoose} = props
  const t = useWords()
  return (
    <Stack gap={4}>
      <Card border padding={2} radius={2}>
        <table data-testid="mapping" style={TABLE}>
          <thead>
            <tr>
              {['column', 'example', 'field'].map((part) => (
                <th key={part} scope="col" style={HEAD}>
                  <Text muted size={1} weight="medium">
                    {t(`mapping.${part}`)}
                  </Text>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {columns.map((column) => (
              <MappingRow
                column={column}
                disabled={disabled}
                example={exampleOf(rows, column.index)}
                key={column.index}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        </table>
      </Card>
      <Text muted size={1}>
        {t('mapping.hint')}
      </Text>
    </Stack>
  )
}

interface MappingRowProps extends Pick<MappingTableProps, 'disabled' | 'onChoose'> {
  column: MappedColumn
  example: string
}

function MappingRow({column, example, disabled, onChoose}: MappingRowProps): ReactElement {
  const t = useWords()
  const {index, note} = column
  const place = index + 1
  const header = shortened(column.header, 80) || t('mapping.nameless', {place})
  return (
    <tr>
      <th scope="row" style={MIDDLE}>
        <Text size={1} weight="medium">
          {header}
        </Text>
      </th>
      <td style={MIDDLE}>
        <Text muted size={1}>
          {example}
        </Text>
      </td>
      <td style={MIDDLE}>
        <Stack gap={3}>
          <Select
            aria-label={t('mapping.select', {place, header})}
            disabled={disabled}
            fontSize={1}
            padding={2}
            onChange={(event) => onChoose(index, columnOf(event.currentTarget.value))}
            value={column.column ?? ''}
          >
            <option value="">{t('mapping.none')}</option>
            {CLAIM_COLUMNS.map((each) => (
              <option key={each.column} value={each.column}>
                {t(`field.${each.column}`)}
              </option>
            ))}
          </Select>
          {note && (
            <Text muted size={1}>
              {t(note.key, note.params)}
            </Text>
          )}
        </Stack>
      </td>
    </tr>
  )
}

const columnOf = (value: string): ClaimColumn | undefined =>
  CLAIM_COLUMNS.find(({column}) => column === value)?.column

/** The first value of a column. */
function exampleOf(rows: readonly TableRow[], index: number): string {
  const row = rows.find(({cells}) => (cells[index] ?? '').trim() !== '')
  return shortened(row?.cells[index] ?? '', 80)
}
