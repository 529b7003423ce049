import type {Checkpoint} from '../model/checkpoint.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {overlay, type World} from './worldState.ts'

/** What is out, and what would be if a checkpoint went out now. */
export interface CheckpointWorld {
  checkpoint: Checkpoint
  published: World
  /** The published world overlaid by the members' drafts; its basis is the checkpoint. */
  world: World
}

/** Lays the drafts of a checkpoint's members over the published world; drafts of others are left aside. */
export function checkpointWorld(
  published: World,
  checkpoint: Checkpoint,
  drafts: ReadonlyMap<string, GateDocument>,
): CheckpointWorld {
  const members = checkpoint.members.flatMap((id): [string, GateDocument][] => {
    const draft = drafts.get(id)
    return draft ? [[id, draft]] : []
  })
  const world = {...overlay(published, members), basis: checkpoint._id}
  return {checkpoint, published, world}
}
