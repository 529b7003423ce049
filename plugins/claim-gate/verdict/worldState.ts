import type {GateDocument} from '../model/gateModel.ts'
import type {Review, Seal} from '../model/gateDocuments.ts'
import type {Checkpoint} from '../model/checkpoint.ts'

/** What a judgement looks at: published documents, overlaid by what would go out with them. */
export interface World {
  /** ISO 8601 date-time at which it is judged. */
  now: string
  /** `published`, or the id of the checkpoint or release whose members overlay it. */
  basis: string
  /** By published id. Ungated documents may stand here too; an id that is absent is missing. */
  documents: ReadonlyMap<string, GateDocument>
  /** By subject. */
  reviews: ReadonlyMap<string, readonly Review[]>
  /** By subject. */
  seals: ReadonlyMap<string, Seal>
  /** Checkpoints that are open and those that passed, by each document that they name. */
  checkpoints: ReadonlyMap<string, readonly Checkpoint[]>
  /** What was agreed about a group, by group; published. */
  agreements: ReadonlyMap<string, GateDocument>
}

/** The world in which these documents are what is published under their ids. */
export function overlay(world: World, documents: Iterable<readonly [string, GateDocument]>): World {
  return {...world, documents: new Map([...world.documents, ...documents])}
}
