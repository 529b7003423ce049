import type {SanityClient} from '@sanity/client'
import type {GateDocument} from '../model/gateModel.ts'
import {inChunks} from '../world/inChunks.ts'

const QUERY = `*[_type == "incident"][subject in $ids]`
const RAW = {perspective: 'raw', useCdn: false} as const

/**
 * Makes the incidents of these documents say what is so: opened where content is published that nobody let through,
 * closed when that is over, opened again when it comes back. Gives the ids of those that were opened.
 */
export async function recordIncidents(
  client: SanityClient,
  ids: readonly string[],
  incidents: readonly GateDocument[],
  now: string,
): Promise<string[]> {
  const parts = await inChunks(ids, (chunk) =>
    client.fetch<GateDocument[]>(QUERY, {ids: chunk}, RAW),
  )
  const known = new Map(parts.flat().map((incident) => [incident._id, incident]))
  const wanted = new Set(incidents.map(({_id}) => _id))
  const opened = incidents.filter(({_id}) => !known.has(_id))
  const reopened = incidents.filter(({_id}) => isClosed(known.get(_id)))
  const over = [...known.values()].filter(
    (incident) => !wanted.has(incident._id) && !isClosed(incident),
  )
  if (opened.length + reopened.length + over.length === 0) return []
  const transaction = client.transaction()
  opened.forEach((incident) => transaction.createIfNotExists(incident))
  reopened.forEach(({_id}) => transaction.patch(_id, (patch) => patch.unset(['closedAt'])))
  over.forEach(({_id}) => transaction.patch(_id, (patch) => patch.set({closedAt: now})))
  await transaction.commit({visibility: 'sync'})
  return [...opened, ...reopened].map(({_id}) => _id)
}

const isClosed = (incident: GateDocument | undefined): boolean => incident?.closedAt !== undefined
