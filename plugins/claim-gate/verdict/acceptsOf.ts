import type {Accept, Review} from '../model/gateDocuments.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import {requiredCarryRoles} from '../model/requiredRoles.ts'
import {instantOf} from './instant.ts'
import {sinceWithdrawal} from './reviewOrder.ts'

/** End of a carry: for ever when absent. */
type End = string | undefined

/**
 * Fingerprints on which dependants of this content may rest: its own, and those that every carry role carried
 * forward to it since its newest withdrawal. Longest end within a role, shortest across roles.
 */
export function acceptsOf(
  model: GateModel,
  document: GateDocument,
  reviews: readonly Review[],
): Accept[] {
  const {fingerprint} = contentOf(model, document)
  const signed = sinceWithdrawal(reviews).reviews.filter(
    (review) => review.decision === 'carriedForward' && review.fingerprint === fingerprint,
  )
  const byRole = requiredCarryRoles(model, document).map((role) =>
    unite(signed.filter((review) => review.role === role).flatMap((review) => review.carries)),
  )
  const [first, ...others] = byRole
  const carried = [...(first?.keys() ?? [])]
    .filter((key) => key !== fingerprint && others.every((ends) => ends.has(key)))
    .toSorted()
    .map((key) => accept(key, byRole.map((ends) => ends.get(key)).reduce(earlier)))
  return [{fingerprint}, ...carried]
}

function accept(fingerprint: string, until: End): Accept {
  return {fingerprint, ...(until === undefined ? {} : {until})}
}

function unite(carries: readonly Accept[]): Map<string, End> {
  const ends = new Map<string, End>()
  for (const {fingerprint, until} of carries) {
    if (until !== undefined && Number.isNaN(instantOf(until))) continue
    ends.set(fingerprint, ends.has(fingerprint) ? later(ends.get(fingerprint), until) : until)
  }
  return ends
}

export function later(a: End, b: End): End {
  if (a === undefined || b === undefined) return undefined
  return instantOf(a) >= instantOf(b) ? a : b
}

export function earlier(a: End, b: End): End {
  if (a === undefined) return b
  if (b === undefined) return a
  return instantOf(a) <= instantOf(b) ? a : b
}
