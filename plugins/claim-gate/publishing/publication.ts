import type {Checkpoint} from '../model/checkpoint.ts'
import type {Seal} from '../model/gateDocuments.ts'
import type {GateDocument} from '../model/gateModel.ts'
import type {Blocker} from '../verdict/judgeCheckpoint.ts'
import type {Verdict} from '../verdict/verdict.ts'

/** Why nothing was published. */
export type Refusal =
  | {reason: 'nothingToPublish'; ids: readonly string[]}
  | {reason: 'notGated'; ids: readonly string[]}
  | {reason: 'notAligned'; verdicts: Readonly<Record<string, Verdict>>}
  | {reason: 'notYetEffective'; ids: readonly string[]; from: string}
  | {reason: 'checkpointWaits'; checkpoint: string; blockers: readonly Blocker[]}
  | {reason: 'apart'; ids: readonly string[]}
  | {reason: 'lostRace'; ids: readonly string[]}

export interface Member {
  id: string
  draft: GateDocument
  published?: GateDocument
}

/** What one publication writes: members, and every seal that is not yet what it must be then. */
export interface Publication {
  now: string
  members: readonly Member[]
  /** Sources before what rests on them. */
  seals: readonly {seal: Seal; current?: Seal}[]
  /** Goes out with its members, closed. */
  checkpoint?: Checkpoint
}
