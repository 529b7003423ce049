import type {SanityClient} from '@sanity/client'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {inParts, pagesOf} from './pages.ts'
import type {Finding} from './report.ts'

/** What to do about something that somebody changed or removed. */
export const PUT_BACK = 'put it back from an export'

const PART = 500

/** Every snapshot that a review names is there: without it nobody can read what was signed. */
export async function checkMissing(client: SanityClient): Promise<Finding[]> {
  const findings: Finding[] = []
  for await (const page of pagesOf(client, 'review')) {
    const named = page.flatMap(({_id, snapshots}) =>
      Array.isArray(snapshots)
        ? snapshots
            .filter((snapshot) => typeof snapshot === 'string')
            .map((snapshot) => ({_id, snapshot}))
        : [],
    )
    const ids = [...new Set(named.map(({snapshot}) => snapshot))]
    const there = new Set(
      await inParts(ids, PART, (part) =>
        client.fetch<string[]>(
          '*[_id in $ids][_type == "snapshot"]._id',
          {ids: part},
          {perspective: 'raw', useCdn: false},
        ),
      ),
    )
    const missing = Map.groupBy(
      named.filter(({snapshot}) => !there.has(snapshot)),
      ({snapshot}) => snapshot,
    )
    for (const [id, all] of missing) {
      const reviews = all.map(({_id}) => _id).join(', ')
      findings.push({
        about: 'snapshot',
        id,
        message: `is gone, and ${reviews} named it: ${PUT_BACK}`,
      })
    }
  }
  return findings
}

/** Incidents that nobody has dealt with. */
export async function checkIncidents(client: SanityClient): Promise<Finding[]> {
  const open = await client.fetch<GateDocument[]>(
    '*[_type == "incident"][!defined(closedAt)]',
    {},
    {perspective: 'raw', useCdn: false},
  )
  return open.map(({_id, subject, state, openedAt, review}) => ({
    about: 'incident',
    id: _id,
    message:
      typeof review === 'string'
        ? `${review}, which spoke of ${String(subject)}, was removed, found at ${String(openedAt)}: ${PUT_BACK}`
        : `${String(subject)} was found published and ${String(state)} at ${String(openedAt)}: have it approved, or put it back`,
  }))
}

/** Names of people and internal notes stand in documents that a public dataset shows to everybody. */
export async function checkVisibility(client: SanityClient): Promise<Finding[]> {
  const {dataset = '', projectId} = client.config()
  const all: unknown = await client.request({url: `/projects/${projectId}/datasets`})
  const datasets: unknown[] = Array.isArray(all) ? all : []
  const isPublic = datasets.some(
    (each) =>
      typeof each === 'object' &&
      each !== null &&
      'name' in each &&
      each.name === dataset &&
      'aclMode' in each &&
      each.aclMode === 'public',
  )
  const message =
    'is public, and holds people and internal notes: make it private, or say --allow-public'
  return isPublic ? [{about: 'dataset', id: dataset, message}] : []
}
