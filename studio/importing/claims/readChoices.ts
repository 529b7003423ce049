import type {Choice} from '../../../schemas/choices.ts'
import {choiceOf} from './choiceOf.ts'
import type {ClaimColumn, Reason} from './claimColumn.ts'
import {columnTitle} from './claimColumns.ts'

/** The values that a cell names; no title has a comma, so that it separates as well. */
export function readChoices(
  column: ClaimColumn,
  list: readonly Choice[],
  cell: string,
): {values: string[]} | {reasons: Reason[]} {
  const words = cell
    .split(/[\n|;,]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const values = words.flatMap((word) => choiceOf(list, word) ?? [])
  const unknown = words.filter((word) => choiceOf(list, word) === undefined)
  if (unknown.length === 0) return {values}
  return {reasons: [unknownChoice(column, list, unknown.join(', '))]}
}

/** What was written, and what may be. */
export const unknownChoice = (
  column: ClaimColumn,
  list: readonly Choice[],
  word: string,
): Reason => ({
  key: 'choice.unknown',
  params: {
    field: columnTitle(column),
    value: word.slice(0, 80),
    choices: list.map(({title}) => title).join(', '),
  },
})
