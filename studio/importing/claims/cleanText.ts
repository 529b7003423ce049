import type {ClaimColumn, Reason} from './claimColumn.ts'
import {columnTitle} from './claimColumns.ts'

/** Nothing that is said of a claim is longer. */
const MAX_LENGTH = 10_000
/** Characters that nobody sees, apart from tab and line feed. */
// oxlint-disable-next-line no-control-regex -- exactly these are to be found
const INVISIBLE = /[\u0001-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u

/** The text of a cell as it is stored; or why it cannot be. A formula is text like any other. */
export function cleanText(column: ClaimColumn, cell: string): string | Reason {
  const field = columnTitle(column)
  if (cell.length > MAX_LENGTH)
    return {key: 'cell.too-long', params: {field, length: cell.length, limit: MAX_LENGTH}}
  if (INVISIBLE.test(cell)) return {key: 'cell.invisible', params: {field}}
  return cell.normalize('NFC').trim()
}
