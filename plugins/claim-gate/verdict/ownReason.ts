import {instantOf} from './instant.ts'
import type {Judging} from './judging.ts'
import {ownDates} from './ownDates.ts'
import {onceEach} from './onceEach.ts'
import {isApproval} from './reviewOrder.ts'
import type {Standing} from './standing.ts'
import {hasApproved} from './standingOf.ts'
import type {Reason, State} from './verdict.ts'
import {waiting} from './waiting.ts'

/** The first of a document's own conditions that fails, in the order of the states; a new one of its kind goes here. */
export const ownReason = onceEach(
  (judging, standing): Reason | undefined =>
    withdrawn(standing) ??
    changesRequested(standing) ??
    unapproved(standing) ??
    outOfDate(judging, standing) ??
    rolesMissing(standing) ??
    waiting(judging, standing),
)

const missingRoles = ({roles}: Standing): string[] =>
  roles.filter((role) => !hasApproved(role)).map(({role}) => role)

const isComplete = (standing: Standing): boolean =>
  standing.roles.length > 0 && missingRoles(standing).length === 0

function withdrawn(standing: Standing): Reason | undefined {
  const {withdrawal} = standing
  return withdrawal && !isComplete(standing) ? {kind: 'withdrawn', review: withdrawal} : undefined
}

function changesRequested({roles}: Standing): Reason | undefined {
  const refusing = roles.find(({word}) => word?.decision === 'changesRequested')
  return refusing?.word && {kind: 'changesRequested', role: refusing.role, review: refusing.word}
}

function unapproved(standing: Standing): Reason | undefined {
  const {reviews, fingerprint} = standing
  const approvals = reviews.filter(isApproval)
  const nearest = approvals.at(-1)
  if (!nearest) return {kind: 'unreviewed', missing: missingRoles(standing)}
  const approved = approvals.some((review) => review.fingerprint === fingerprint)
  return approved ? undefined : {kind: 'changed', fingerprint, nearest}
}

function outOfDate({model, world}: Judging, {document}: Standing): Reason | undefined {
  const {malformed, validUntil} = ownDates(model, document)
  if (malformed) return {kind: 'malformedDate', field: malformed}
  const passed = validUntil !== undefined && instantOf(validUntil) <= instantOf(world.now)
  return passed ? {kind: 'expired', on: validUntil} : undefined
}

function rolesMissing(standing: Standing): Reason | undefined {
  if (isComplete(standing)) return undefined
  const approved = standing.roles.filter(hasApproved).map(({role}) => role)
  return {kind: 'rolesMissing', approved, missing: missingRoles(standing)}
}

export function stateOf(reason: Reason | undefined): State {
  if (!reason) return 'aligned'
  switch (reason.kind) {
    case 'withdrawn':
    case 'changesRequested':
    case 'unreviewed':
    case 'changed':
    case 'expired':
    case 'waiting':
      return reason.kind
    case 'malformedDate':
      return 'expired'
    case 'rolesMissing':
      return 'inReview'
    case 'memberChanged':
    case 'memberNotPinned':
    case 'memberMissing':
    case 'memberNotAligned':
      return 'stale'
    default:
      return reason satisfies never
  }
}
