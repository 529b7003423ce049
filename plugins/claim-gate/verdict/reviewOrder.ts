import type {Decision, Review} from '../model/gateDocuments.ts'

const STRICTNESS: Record<Decision, number> = {
  approved: 0,
  approvedWithChanges: 0,
  carriedForward: 0,
  changesRequested: 1,
  withdrawn: 2,
}

/** Oldest first, by the lake's clock; of two at one instant the stricter counts as the newer. */
function inOrder(reviews: readonly Review[]): Review[] {
  return reviews.toSorted(
    (a, b) =>
      Date.parse(a._createdAt) - Date.parse(b._createdAt) ||
      STRICTNESS[a.decision] - STRICTNESS[b.decision] ||
      (a._id < b._id ? -1 : 1),
  )
}

export function isApproval(review: Review): boolean {
  return (
    review.decision === 'approved' ||
    review.decision === 'approvedWithChanges' ||
    review.decision === 'carriedForward'
  )
}

/**
 * The newest withdrawal of a document and what was signed in knowledge of it, oldest first: a signature that was on its
 * way when the document was recalled lifts nothing.
 */
export function sinceWithdrawal(reviews: readonly Review[]): {
  withdrawal?: Review
  reviews: readonly Review[]
} {
  const ordered = inOrder(reviews)
  const last = ordered.findLastIndex(({decision}) => decision === 'withdrawn')
  const withdrawal = ordered[last]
  if (!withdrawal) return {reviews: ordered}
  const later = ordered.slice(last + 1)
  return {withdrawal, reviews: later.filter(({since}) => since === withdrawal._id)}
}
