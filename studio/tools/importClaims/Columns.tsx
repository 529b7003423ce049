import {Button, Flex, Heading, Stack, Text} from '@sanity/ui'
import {useId, useState, type ReactElement} from 'react'
import type {ClaimColumn} from '../../importing/claims/claimColumn.ts'
import type {Mapping} from '../../importing/claims/mapColumns.ts'
import type {TableRow} from '../../importing/claims/readTable.ts'
import {focusOnce, UNFRAMED} from '../frame/focusOnce.ts'
import {MappingTable} from './MappingTable.tsx'
import {useWords} from './useWords.ts'

interface ColumnsProps {
  /** Of the file. */
  name: string
  mapping: Mapping
  rows: readonly TableRow[]
  disabled: boolean
  onChoose: (index: number, column: ClaimColumn | undefined) => void
  onLeave: () => void
}

/** How the columns are read: at a glance where each found its field, one by one where a person must look or wants to. */
export function Columns(props: ColumnsProps): ReactElement {
  const {name, mapping, rows, disabled, onChoose, onLeave} = props
  const {columns, problem} = mapping
  const t = useWords()
  const id = useId()
  const count = columns.filter(({column}) => column !== undefined).length
  const [isOpen, setOpen] = useState(problem !== undefined || count < columns.length)
  return (
    <Stack gap={4}>
      <Flex align="center" gap={3} justify="space-between" wrap="wrap">
        <Stack gap={3}>
          <Heading as="h2" ref={focusOnce} size={1} style={UNFRAMED} tabIndex={-1}>
            {t('mapping.title', {name})}
          </Heading>
          <Text muted size={1}>
            {t('mapping.count', {count, of: columns.length})}
          </Text>
        </Stack>
        <Flex gap={2}>
          <Button
            aria-controls={id}
            aria-expanded={isOpen}
            fontSize={1}
            mode="ghost"
            onClick={() => setOpen(!isOpen)}
            text={t(isOpen ? 'mapping.hide' : 'mapping.show')}
          />
          <Button
            disabled={disabled}
            fontSize={1}
            mode="ghost"
            onClick={onLeave}
            text={t('choose.again')}
          />
        </Flex>
      </Flex>
      <div hidden={!isOpen} id={id}>
        <MappingTable columns={columns} disabled={disabled} onChoose={onChoose} rows={rows} />
      </div>
    </Stack>
  )
}
