import type {SanityClient} from '@sanity/client'
import type {GateModel} from '../model/gateModel.ts'
import {clearLeftovers} from './clearLeftovers.ts'
import type {SealerReport} from './bringUpToDate.ts'
import {handleIds} from './handleEvent.ts'
import {sweepReviews} from './sweepReviews.ts'

const QUERY = `array::unique([
  ...*[_type in $types][!(_id in path("drafts.**"))][!(_id in path("versions.**"))]._id,
  ...*[_type == "seal"][!(_id in path("drafts.**"))].subject._ref
])`

/**
 * Brings the seal of every gated document up to date: repairs whatever no event told of, and takes away what was left
 * over.
 * @throws AggregateError as `handleIds`: all others are up to date then.
 */
export async function sweep(client: SanityClient, model: GateModel): Promise<SealerReport> {
  await clearLeftovers(client)
  const ids = await gatedIds(client, model)
  const [handled] = await Promise.allSettled([handleIds(ids, model, client)])
  const opened = await sweepReviews(client, model)
  if (handled.status === 'rejected') throw handled.reason
  const {sealed, incidents} = handled.value
  return {sealed, incidents: [...incidents, ...opened]}
}

/** Ids of every published gated document, and of every one that was sealed. */
export function gatedIds(client: SanityClient, model: GateModel): Promise<string[]> {
  return client.fetch<string[]>(
    QUERY,
    {types: Object.keys(model.types)},
    {perspective: 'raw', useCdn: false},
  )
}
