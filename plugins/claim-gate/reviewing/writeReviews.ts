import type {SanityClient, Transaction} from '@sanity/client'
import type {BuiltReview} from './buildReview.ts'

/** Writes reviews with the snapshots of all that was seen, in one transaction. */
export async function writeReviews(
  client: SanityClient,
  reviews: readonly BuiltReview[],
): Promise<void> {
  if (reviews.length === 0) return
  const transaction = client.transaction()
  addReviews(transaction, reviews)
  await transaction.commit({visibility: 'sync'})
}

/** Adds reviews with the snapshots of all that was seen, each snapshot once. */
export function addReviews(transaction: Transaction, reviews: readonly BuiltReview[]): void {
  const snapshots = new Map(
    reviews.flatMap((built) => built.snapshots.map((snapshot) => [snapshot._id, snapshot])),
  )
  snapshots.forEach((snapshot) => transaction.createIfNotExists(snapshot))
  reviews.forEach(({review}) => transaction.create(review))
}
