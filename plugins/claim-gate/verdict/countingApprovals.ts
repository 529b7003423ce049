import type {Review} from '../model/gateDocuments.ts'
import type {GateModel} from '../model/gateModel.ts'
import {acceptsOf, earlier, later} from './acceptsOf.ts'
import type {Standing} from './standingOf.ts'
import type {World} from './worldState.ts'

/** An approval with the instant at which a wording it rests on is used up; for ever when absent. */
export interface CountingApproval {
  review: Review
  until: string | undefined
}

/** Per role the approval that holds longest; of equals the newest. */
export function countingApprovals(
  model: GateModel,
  world: World,
  standing: Standing,
): CountingApproval[] {
  return standing.roles.flatMap(({approvals}) => {
    const ends = approvals.map((review) => ({review, until: endOf(model, world, standing, review)}))
    const [first, ...others] = ends
    return first
      ? [others.reduce((a, b) => (later(a.until, b.until) === b.until ? b : a), first)]
      : []
  })
}

function endOf(
  model: GateModel,
  world: World,
  {closure}: Standing,
  review: Review,
): string | undefined {
  return [...closure.members.keys()]
    .map((id) => {
      const document = world.documents.get(id)
      const pin = review.pins.find(({doc}) => doc === id)
      if (!document || !pin) return undefined
      return acceptsOf(model, document, world.reviews.get(id) ?? []).find(
        (accept) => accept.fingerprint === pin.fingerprint,
      )?.until
    })
    .reduce(earlier, undefined)
}
