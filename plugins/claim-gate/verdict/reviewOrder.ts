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

/** The newest withdrawal of a document and what was signed after it, oldest first. */
export function sinceWithdrawal(reviews: readonly Review[]): {
  withdrawal?: Review
  reviews: Review[]
} {
  const ordered = inOrder(reviews)
  const last = ordered.findLastIndex((review) => review.decision === 'withdrawn')
  const withdrawal = ordered[last]
  return {...(withdrawal ? {withdrawal} : {}), reviews: ordered.slice(last + 1)}
}
