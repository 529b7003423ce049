import type {GateModel} from '../model/gateModel.ts'
import type {JsonRecord} from '../model/record.ts'

export const PROOF_FORMAT = 'claim-gate-proof'
export const PROOF_VERSION = 1

/**
 * What a line may hold, in the order in which the kinds stand in the file; within a kind the lines stand by id.
 * `ungated` are documents that gated content refers to and that ask for no role: without them they would be missing.
 * `agreement` says of which group there is one.
 */
export const PROOF_KINDS = [
  'header',
  'document',
  'ungated',
  'review',
  'snapshot',
  'seal',
  'incident',
  'checkpoint',
  'agreement',
  'end',
] as const
type ProofKind = (typeof PROOF_KINDS)[number]

export interface ProofRecord {
  kind: ProofKind
  value: JsonRecord
}

/** The first line: where the content comes from, when it was read, and the rules by which it is judged. */
export interface ProofHeader {
  format: typeof PROOF_FORMAT
  version: typeof PROOF_VERSION
  /** ISO 8601 date-time, by the clock of the dataset. */
  exportedAt: string
  projectId: string
  dataset: string
  model: GateModel
}
