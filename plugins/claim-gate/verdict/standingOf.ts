import type {Accept, Review} from '../model/gateDocuments.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {requiredRoles} from '../model/requiredRoles.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import {closureOf} from '../closure/closureOf.ts'
import {isBefore} from './instant.ts'
import type {Judging} from './judging.ts'
import {isApproval, sinceWithdrawal} from './reviewOrder.ts'
import type {Standing} from './standing.ts'
import type {RoleStanding} from './verdict.ts'

export function standingOf(
  {model, world, accepts: acceptsAt}: Judging,
  id: string,
  document: GateDocument,
): Standing {
  const {fingerprint} = contentOf(model, document)
  const closure = closureOf(model, document, id, (member) => world.documents.get(member))
  const accepts = new Map([...closure.members.keys()].map((member) => [member, acceptsAt(member)]))
  const {withdrawal, reviews} = sinceWithdrawal(world.reviews.get(id) ?? [])
  const ofContent = reviews.filter(
    (review) => review.fingerprint === fingerprint && !isOnlyTask(review),
  )
  const covering = ofContent.filter(
    (review) => closure.missing.size === 0 && covers(review, accepts, world.now),
  )
  return {
    id,
    document,
    fingerprint,
    closure,
    pins: [...accepts].map(([doc, [own]]) => ({doc, fingerprint: own?.fingerprint ?? ''})),
    roles: requiredRoles(model, document).map((role) => roleStanding(role, ofContent, covering)),
    ...(withdrawal ? {withdrawal} : {}),
    reviews,
  }
}

/** A request for changes to what is out cancels nothing: recall is what stops delivery. */
function isOnlyTask(review: Review): boolean {
  return review.inForce && review.decision === 'changesRequested'
}

/** Whether every member of the closure was seen by the review in a wording that may still be rested on. */
function covers(
  review: Review,
  accepts: ReadonlyMap<string, readonly Accept[]>,
  now: string,
): boolean {
  return [...accepts].every(([doc, list]) =>
    review.pins.some((pin) => pin.doc === doc && isAccepted(pin.fingerprint, list, now)),
  )
}

export function isAccepted(fingerprint: string, accepts: readonly Accept[], now: string): boolean {
  return accepts.some((accept) => accept.fingerprint === fingerprint && isBefore(now, accept.until))
}

function roleStanding(
  role: string,
  ofContent: readonly Review[],
  covering: readonly Review[],
): RoleStanding {
  const words = covering.filter((review) => review.role === role)
  const word = words.at(-1)
  const refusal = words.findLastIndex((review) => !isApproval(review))
  const latest = ofContent.findLast((review) => review.role === role && isApproval(review))
  return {
    role,
    ...(word ? {word} : {}),
    approvals: words.slice(refusal + 1),
    ...(latest ? {latest} : {}),
  }
}

export function hasApproved(standing: RoleStanding): boolean {
  return standing.approvals.length > 0
}
