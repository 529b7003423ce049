import type {SanityClient} from '@sanity/client'
import type {GateDocument} from '../model/gateModel.ts'

/** No publication takes so long between laying its drafts ready and going out. */
const SECONDS = 600
const QUERY = `*[_id in path("drafts.**")][_type in ["seal", "checkpoint"]][dateTime(_updatedAt) < dateTime(now()) - $seconds]{_id, _rev}`

/** Takes away what a publication laid ready that was broken off, so that nobody publishes it by itself. */
export async function clearLeftovers(client: SanityClient, seconds = SECONDS): Promise<void> {
  const left = await client.fetch<GateDocument[]>(
    QUERY,
    {seconds},
    {perspective: 'raw', useCdn: false},
  )
  if (left.length === 0) return
  const transaction = client.transaction()
  left.forEach(({_id}) => transaction.delete(_id))
  await transaction.commit({visibility: 'sync'})
}
