import type {ClaimColumn, Reason} from './claimColumn.ts'
import {CLAIM_COLUMNS, columnTitle} from './claimColumns.ts'
import {plainName} from './plainName.ts'

export interface MappedColumn {
  /** Place in the file; the first is 0. */
  index: number
  header: string
  /** What it says of a claim; absent where it is not imported. */
  column?: ClaimColumn
  /** Why it is not imported, where that is not plain. */
  note?: Reason
}

/** What a person chose for a column by its place; `undefined`: it is not to be imported. */
export type ColumnChoices = ReadonlyMap<number, ClaimColumn | undefined>

export interface Mapping {
  columns: readonly MappedColumn[]
  /** Why nothing can be read by it. */
  problem?: Reason
}

const NONE: ColumnChoices = new Map()

/** Finds what each column says: first what was chosen, then by name, each field from one column only. */
export function mapColumns(header: readonly string[], choices: ColumnChoices = NONE): Mapping {
  const taken = new Map<ClaimColumn, number>()
  for (const [index, column] of choices) {
    if (column === undefined) continue
    if (taken.has(column)) return problem(header, choices, 'mapping.twice', column)
    taken.set(column, index)
  }
  const chosen = new Set(taken.keys())
  const open = header.flatMap((name, index) => (choices.has(index) ? [] : [{name, index}]))
  for (const {column, names} of CLAIM_COLUMNS) {
    if (chosen.has(column)) continue
    const best = bestOf(open, names.map(plainName))
    if (best !== undefined) taken.set(column, best)
  }
  const byIndex = new Map([...taken].map(([column, index]) => [index, column]))
  const columns = header.map((name, index) =>
    describe(name, index, header, byIndex, choices, taken),
  )
  if (!taken.has('code')) return {columns, problem: {key: 'mapping.no-code'}}
  return {columns}
}

/** The column with the best name; none where two columns of exactly this name stand beside each other. */
function bestOf(
  open: readonly {name: string; index: number}[],
  names: readonly string[],
): number | undefined {
  for (const wanted of names) {
    const found = open.filter(({name}) => plainName(name) === wanted)
    if (found.length === 1) return found[0]?.index
    if (found.length > 1) return undefined
  }
  return undefined
}

function describe(
  header: string,
  index: number,
  all: readonly string[],
  byIndex: ReadonlyMap<number, ClaimColumn>,
  choices: ColumnChoices,
  taken: ReadonlyMap<ClaimColumn, number>,
): MappedColumn {
  const column = byIndex.get(index)
  if (column !== undefined) return {index, header, column}
  const meant = CLAIM_COLUMNS.find(({names}) => names.map(plainName).includes(plainName(header)))
  if (meant === undefined || choices.has(index)) return {index, header}
  const from = taken.get(meant.column)
  if (from === undefined) return {index, header, note: {key: 'mapping.same-name'}}
  const params = {field: meant.title, header: all[from] ?? ''}
  return {index, header, note: {key: 'mapping.already', params}}
}

function problem(
  header: readonly string[],
  choices: ColumnChoices,
  key: Reason['key'],
  column: ClaimColumn,
): Mapping {
  const columns = header.map((name, index) => {
    const chosen = choices.get(index)
    return chosen === undefined ? {index, header: name} : {index, header: name, column: chosen}
  })
  return {columns, problem: {key, params: {field: columnTitle(column)}}}
}
