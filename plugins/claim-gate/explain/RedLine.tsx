import {Box, Card, Flex, Stack, Text} from '@sanity/ui'
import type {ReactElement} from 'react'
import {useTranslation} from 'sanity'
import {styled} from 'styled-components'
import {claimGateLocaleNamespace} from '../i18n/index.ts'
import type {RedLinePart, RedLineRow} from './redLine.ts'
import {useDocumentTitle} from './useDocumentTitle.ts'

const Removed = styled.del`
  background: var(--card-badge-critical-bg-color);
  color: var(--card-badge-critical-fg-color);
  text-decoration: line-through;
  border-radius: 2px;
  padding: 0 1px;
`
const Added = styled.ins`
  background: var(--card-badge-positive-bg-color);
  color: var(--card-badge-positive-fg-color);
  font-weight: 600;
  text-decoration: underline;
  border-radius: 2px;
  padding: 0 1px;
`
const Words = styled.span`
  white-space: pre-wrap;
  overflow-wrap: anywhere;
`

/** What differs, field by field: words struck out and put in, told by mark as well as by colour. */
export function RedLine({rows}: {rows: readonly RedLineRow[]}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  if (rows.length === 0)
    return (
      <Text muted size={1}>
        {t('red-line.none')}
      </Text>
    )
  return (
    <Stack gap={4} data-testid="red-line">
      {rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- two rows may tell of the same field
        <Stack gap={2} key={`${row.path.join('.')}-${index}`}>
          <Text muted size={1}>
            {row.path.map(fieldTitle).join(' › ')}
          </Text>
          <Row row={row} />
        </Stack>
      ))}
    </Stack>
  )
}

function Row({row}: {row: RedLineRow}): ReactElement {
  const {t} = useTranslation(claimGateLocaleNamespace)
  switch (row.kind) {
    case 'marks':
      return <Text size={1}>{t('red-line.marks')}</Text>
    case 'reference':
      return (
        <Flex direction="column" gap={2}>
          {row.removed !== undefined && (
            <Text size={1}>
              <Removed>
                <ReferenceTitle id={row.removed} />
              </Removed>
            </Text>
          )}
          {row.added !== undefined && (
            <Text size={1}>
              <Added>
                <ReferenceTitle id={row.added} />
              </Added>
            </Text>
          )}
        </Flex>
      )
    case 'text':
      return (
        <Card padding={3} radius={2} border>
          <Box>
            <Text size={1}>
              <Words>{row.parts.map(part)}</Words>
            </Text>
          </Box>
        </Card>
      )
    default:
      return row satisfies never
  }
}

function part({value, change}: RedLinePart, index: number): ReactElement | string {
  if (change === 'removed') return <Removed key={`${index}-removed`}>{value}</Removed>
  return change === 'added' ? <Added key={`${index}-added`}>{value}</Added> : value
}

function ReferenceTitle({id}: {id: string}): ReactElement {
  return <>{useDocumentTitle(id)}</>
}

/** `riskInformation` reads as "Risk information". */
function fieldTitle(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/gu, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
