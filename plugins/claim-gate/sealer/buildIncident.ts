import type {GateDocument} from '../model/gateModel.ts'
import {isApproval} from '../verdict/reviewOrder.ts'
import type {Verdict} from '../verdict/verdict.ts'
import type {World} from '../verdict/worldState.ts'

/** A record that content is published which the gate never let through; one per document and content. */
export function buildIncident(
  world: World,
  document: GateDocument,
  verdict: Verdict,
): GateDocument | undefined {
  if (isLetThrough(world, document._id, verdict)) return undefined
  return {
    _id: `claimGate.incident.${document._id}.${verdict.fingerprint.slice(3, 35)}`,
    _type: 'incident',
    subject: document._id,
    subjectType: document._type,
    fingerprint: verdict.fingerprint,
    rev: document._rev,
    state: verdict.state,
    openedAt: world.now,
  }
}

/** Whether every required role approved this content at some time, or it was sealed; whatever came of it since. */
export function isLetThrough(world: World, id: string, verdict: Verdict): boolean {
  const {fingerprint, roles} = verdict
  const accepts = world.seals.get(id)?.accepts ?? []
  if (accepts.some((accept) => accept.fingerprint === fingerprint)) return true
  const approvals = (world.reviews.get(id) ?? []).filter(
    (review) => isApproval(review) && review.fingerprint === fingerprint,
  )
  return roles.every(({role}) => approvals.some((review) => review.role === role))
}
