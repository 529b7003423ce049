import type {JsonRecord} from '../../../plugins/claim-gate/model/record.ts'
import type {Reason} from './claimColumn.ts'
import type {Stored} from './library.ts'
import type {Mapping} from './mapColumns.ts'

/** What a field says now, and what it will. */
export interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

interface Row {
  line: number
  code: string
}

/** What becomes of a row. */
export type Outcome =
  | (Row & {status: 'new'; id: string; claim: JsonRecord})
  | (Row & {
      status: 'changed'
      id: string
      changes: readonly FieldChange[]
      draft?: Stored
      published?: Stored
    })
  | (Row & {status: 'same'; id: string})
  | (Row & {status: 'refused'; reasons: readonly Reason[]})

export interface ImportPlan {
  mapping: Mapping
  outcomes: readonly Outcome[]
}

export type OutcomeCounts = Readonly<Record<Outcome['status'], number>>

export function countOutcomes(outcomes: readonly Outcome[]): OutcomeCounts {
  const counts = {new: 0, changed: 0, same: 0, refused: 0}
  for (const {status} of outcomes) counts[status] += 1
  return counts
}
