import type {GateDocument} from '../model/gateModel.ts'
import type {Judging} from '../verdict/judging.ts'
import {isApproval} from '../verdict/reviewOrder.ts'
import type {Standing} from '../verdict/standing.ts'
import type {Verdict} from '../verdict/verdict.ts'
import {waiting} from '../verdict/waiting.ts'

/** A record that content is published which the gate never let through; one per document and content. */
export function buildIncident(
  judging: Judging,
  standing: Standing,
  verdict: Verdict,
): GateDocument | undefined {
  if (isLetThrough(judging, standing)) return undefined
  const {document} = standing
  return {
    _id: `claimGate.incident.${document._id}.${verdict.fingerprint.slice(3, 35)}`,
    _type: 'incident',
    subject: document._id,
    subjectType: document._type,
    fingerprint: verdict.fingerprint,
    rev: document._rev,
    state: verdict.state,
    openedAt: judging.world.now,
  }
}

/**
 * Whether every required role approved this content at some time, or it was sealed, whatever came of it since. What went
 * out before that with which it has to go out was let through by nobody.
 */
export function isLetThrough(judging: Judging, standing: Standing): boolean {
  const {id, fingerprint, roles} = standing
  const {seals, reviews} = judging.world
  const accepts = seals.get(id)?.accepts ?? []
  if (accepts.some((accept) => accept.fingerprint === fingerprint)) return true
  if (waiting(judging, standing)) return false
  const approvals = (reviews.get(id) ?? []).filter(
    (review) => isApproval(review) && review.fingerprint === fingerprint,
  )
  return roles.every(({role}) => approvals.some((review) => review.role === role))
}
