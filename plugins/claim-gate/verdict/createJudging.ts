import type {Accept} from '../model/gateDocuments.ts'
import type {GateModel} from '../model/gateModel.ts'
import {acceptsOf} from './acceptsOf.ts'
import type {Judging} from './judging.ts'
import type {Standing} from './standing.ts'
import {standingOf} from './standingOf.ts'
import type {World} from './worldState.ts'

/** Begins to judge a world: whatever several verdicts need is worked out once. The world must not change meanwhile. */
export function createJudging(model: GateModel, world: World): Judging {
  const standings = new Map<string, Standing | undefined>()
  const accepts = new Map<string, readonly Accept[]>()
  const judging: Judging = {
    model,
    world,
    standing: (id) => {
      if (!standings.has(id)) {
        const document = world.documents.get(id)
        standings.set(id, document && standingOf(judging, id, document))
      }
      return standings.get(id)
    },
    accepts: (id) => {
      const known = accepts.get(id)
      if (known) return known
      const document = world.documents.get(id)
      const found = document ? acceptsOf(model, document, world.reviews.get(id) ?? []) : []
      accepts.set(id, found)
      return found
    },
  }
  return judging
}
