import type {GateModel} from '../model/gateModel.ts'
import type {CheckpointWorld} from '../verdict/checkpointWorld.ts'
import {isLetOut} from '../verdict/isLetOut.ts'
import {judgeCheckpoint, type CheckpointVerdict} from '../verdict/judgeCheckpoint.ts'
import type {Verdict} from '../verdict/verdict.ts'

/** The checkpoint with which a document is read, and where that stands. */
export interface CheckpointReading {
  within: CheckpointWorld
  verdict: CheckpointVerdict
  isMember: boolean
  /** The document's content has to go out with it. */
  holds: boolean
}

const judgedBefore = new WeakMap<CheckpointWorld, CheckpointVerdict>()

/** What a checkpoint says of one of its documents; judged once for each world that was read. */
export function readingOf(
  model: GateModel,
  within: CheckpointWorld,
  id: string,
  {fingerprint}: Verdict,
): CheckpointReading {
  const verdict = judgedBefore.get(within) ?? judgeCheckpoint(model, within)
  judgedBefore.set(within, verdict)
  const isMember = within.checkpoint.members.includes(id)
  const holds = isMember && !isLetOut(within.published, id, fingerprint)
  return {within, verdict, isMember, holds}
}

/** A member that is ready itself waits until all the others are. */
export function heldBy(verdict: Verdict, checkpoint: CheckpointReading | undefined): Verdict {
  if (verdict.state !== 'aligned' || !checkpoint?.holds || checkpoint.verdict.passes) return verdict
  const {horizon: _horizon, ...rest} = verdict
  const {_id} = checkpoint.within.checkpoint
  return {...rest, state: 'waiting', reasons: [{kind: 'waiting', checkpoint: _id}]}
}
