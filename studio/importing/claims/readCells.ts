import {cleanText} from './cleanText.ts'
import type {ClaimColumn, Reason} from './claimColumn.ts'
import type {MappedColumn} from './mapColumns.ts'
import type {TableRow} from './readTable.ts'

/** What the mapped columns of a row say; an empty cell says nothing. */
export interface RowCells {
  line: number
  cells: ReadonlyMap<ClaimColumn, string>
  /** Why the row cannot be read as it stands. */
  reasons: readonly Reason[]
}

export function readCells(row: TableRow, columns: readonly MappedColumn[]): RowCells {
  const {line} = row
  const cells = new Map<ClaimColumn, string>()
  const reasons: Reason[] = []
  if (row.cells.slice(columns.length).some((cell) => cell.trim() !== ''))
    reasons.push({
      key: 'row.too-many',
      params: {cells: row.cells.length, columns: columns.length},
    })
  for (const {index, column} of columns) {
    if (column === undefined) continue
    const text = cleanText(column, row.cells[index] ?? '')
    if (typeof text !== 'string') reasons.push(text)
    else if (text !== '') cells.set(column, text)
  }
  return {line, cells, reasons}
}
