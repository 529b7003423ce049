import type {SanityClient} from '@sanity/client'
import type {GateModel} from '../model/gateModel.ts'
import {findRemovedReviews} from './findRemovedReviews.ts'
import {closeRemovedReviews, recordRemovedReview} from './removedReview.ts'

/** Closes the incidents of reviews that are there again, and opens one for each that was removed while no sealer ran. */
export async function sweepReviews(client: SanityClient, model: GateModel): Promise<string[]> {
  await closeRemovedReviews(client)
  const opened: string[] = []
  for (const removed of await findRemovedReviews(client, model)) {
    const id = await recordRemovedReview(client, removed)
    if (id !== undefined) opened.push(id)
  }
  return opened
}
