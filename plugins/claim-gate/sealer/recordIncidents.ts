import type {SanityClient} from '@sanity/client'
import type {GateDocument} from '../model/gateModel.ts'
import {inChunks} from '../world/inChunks.ts'
import {commitUnlessLost} from './commitUnlessLost.ts'

/** Those about content; a review that was removed is another matter. */
const QUERY = `*[_type == "incident"][subject in $ids][!defined(review)]`
const RAW = {perspective: 'raw', useCdn: false} as const

/**
 * Makes the incidents of these documents say what is so: opened where content is published that nobody let through,
 * closed when that is over, opened again when it comes back. `changed`: to be looked at again, as after a lost race.
 */
export async function recordIncidents(
  client: SanityClient,
  ids: readonly string[],
  incidents: readonly GateDocument[],
  now: string,
): Promise<{changed: boolean; opened: readonly string[]}> {
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
  if (opened.length + reopened.length + over.length === 0) return {changed: false, opened: []}
  const transaction = client.transaction()
  opened.forEach((incident) => transaction.createIfNotExists(incident))
  for (const {_id} of reopened) {
    transaction.patch(_id, (patch) =>
      patch.ifRevisionId(known.get(_id)?._rev ?? '').unset(['closedAt']),
    )
  }
  for (const {_id, _rev} of over) {
    transaction.patch(_id, (patch) => patch.ifRevisionId(_rev ?? '').set({closedAt: now}))
  }
  await commitUnlessLost(transaction)
  return {changed: true, opened: [...opened, ...reopened].map(({_id}) => _id)}
}

const isClosed = (incident: GateDocument | undefined): boolean => incident?.closedAt !== undefined
