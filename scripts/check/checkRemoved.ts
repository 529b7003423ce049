import type {SanityClient} from '@sanity/client'
import {findRemovedReviews, type GateModel} from '../../plugins/claim-gate/node.ts'
import {PUT_BACK} from './checkKept.ts'
import type {Finding} from './report.ts'

/** Reviews that somebody removed, and of which no incident tells yet. */
export async function checkRemoved(client: SanityClient, model: GateModel): Promise<Finding[]> {
  const removed = await findRemovedReviews(client, model)
  return removed.map(({id, subject}) => ({
    about: 'review',
    id,
    message: `spoke of ${subject} and was removed: ${PUT_BACK}`,
  }))
}
