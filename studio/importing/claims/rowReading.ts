import type {JsonRecord} from '../../../plugins/claim-gate/model/record.ts'
import type {ClaimColumn, Reason} from './claimColumn.ts'
import type {LibraryIndex} from './indexLibrary.ts'

/** One row while it is read. */
export interface RowReading {
  /** What stands in the column; `undefined` where it is empty or there is none: it then says nothing. */
  cell: (column: ClaimColumn) => string | undefined
  /** The claim as it is, draft before published; empty for a new one. */
  base: JsonRecord
  index: LibraryIndex
}

/** What a row says of one field; `undefined` where it says nothing. */
export type FieldResult = {value: unknown} | {reasons: readonly Reason[]} | undefined

/** The value, unless there are reasons against it. */
export const resultOf = (value: unknown, reasons: readonly Reason[]): FieldResult =>
  reasons.length > 0 ? {reasons} : {value}
