import type {LinesByCode} from './findTarget.ts'
import {indexLibrary} from './indexLibrary.ts'
import type {Library} from './library.ts'
import {mapColumns, type ColumnChoices} from './mapColumns.ts'
import type {ImportPlan} from './outcome.ts'
import {planRow} from './planRow.ts'
import {readCells, type RowCells} from './readCells.ts'
import type {Table} from './readTable.ts'

/** The dry run: how the columns are read, and what becomes of every row. Writes nothing. */
export function planImport(table: Table, library: Library, choices?: ColumnChoices): ImportPlan {
  const mapping = mapColumns(table.header, choices)
  if (mapping.problem) return {mapping, outcomes: []}
  const rows = table.rows.map((row) => readCells(row, mapping.columns))
  const index = indexLibrary(library)
  const linesByCode = linesOf(rows)
  return {mapping, outcomes: rows.map((row) => planRow(row, index, linesByCode))}
}

function linesOf(rows: readonly RowCells[]): LinesByCode {
  const lines = new Map<string, number[]>()
  for (const {line, cells} of rows) {
    const code = cells.get('code') ?? ''
    const found = lines.get(code)
    if (found) found.push(line)
    else lines.set(code, [line])
  }
  return lines
}
