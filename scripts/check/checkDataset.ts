import type {SanityClient} from '@sanity/client'
import {ALIGNED_ASSET_QUERY} from '../../plugins/claim-gate/delivery/index.ts'
import {
  fingerprintOf,
  judge,
  loadWorld,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {isRecord} from '../../plugins/claim-gate/model/record.ts'
import {signerOf} from '../../plugins/claim-gate/reviewing/signerOf.ts'

/** What is wrong with a dataset, a line each: what is delivered and not aligned, published past the gate, or forged. */
export async function checkDataset(client: SanityClient, model: GateModel): Promise<string[]> {
  const [delivery, forged, changed] = await Promise.all([
    checkDelivery(client, model),
    checkReviews(client, model),
    checkSnapshots(client),
  ])
  return [...delivery, ...forged, ...changed]
}

async function checkDelivery(client: SanityClient, model: GateModel): Promise<string[]> {
  const ids = await client.fetch<string[]>(
    '*[_type in $types][!(_id in path("drafts.**"))][!(_id in path("versions.**"))]._id',
    {types: Object.keys(model.types)},
  )
  const world = await loadWorld(client, model, {ids})
  const findings = await Promise.all(
    ids.map(async (id) => {
      const document = world.documents.get(id)
      if (!document) return []
      const {state, horizon} = judge(model, document, world)
      const delivered =
        (await client.fetch<object | null>(
          ALIGNED_ASSET_QUERY,
          {id},
          {perspective: 'published'},
        )) !== null
      const begun = !horizon?.from || horizon.from <= world.now
      if (delivered && state !== 'aligned')
        return [`${id} is delivered and ${state}: run npm run reseal`]
      if (!delivered && state === 'aligned' && begun)
        return [`${id} is aligned and not delivered: run npm run reseal`]
      return ['changed', 'unreviewed', 'inReview'].includes(state)
        ? [`${id} is published and ${state}: nobody let this content through`]
        : []
    }),
  )
  return findings.flat()
}

/** A review was written once, when and by whom it says, in a role that this person holds: the log knows. */
async function checkReviews(client: SanityClient, model: GateModel): Promise<string[]> {
  const reviews = await client.fetch<GateDocument[]>('*[_type == "review"]')
  const findings = await Promise.all(reviews.map((review) => checkReview(client, model, review)))
  return findings.flat()
}

async function checkReview(
  client: SanityClient,
  model: GateModel,
  review: GateDocument,
): Promise<string[]> {
  const {_id, _createdAt, reviewer, role} = review
  const [entry, ...later] = await logOf(client, _id)
  if (later.length > 0) return [`${_id} was changed after it was signed`]
  if (!entry || entry.author !== reviewer) {
    return [
      `${_id} says that ${String(reviewer)} signed, and ${entry?.author ?? 'nobody in the log'} wrote it`,
    ]
  }
  if (Date.parse(entry.timestamp) !== Date.parse(_createdAt ?? '')) {
    return [`${_id} says that it was written at ${_createdAt}, and the log says ${entry.timestamp}`]
  }
  const signer = await signerOf(client, model, entry.author)
  const holds = typeof role === 'string' && signer?.roles.includes(role)
  return holds
    ? []
    : [`${_id} is signed as ${String(role)} by ${entry.author}, who does not hold that role now`]
}

interface LogEntry {
  author: string
  timestamp: string
}

async function logOf(client: SanityClient, id: string): Promise<LogEntry[]> {
  const {dataset} = client.config()
  const log: unknown = await client.request({
    url: `/data/history/${dataset}/transactions/${id}?excludeContent=true`,
    json: false,
  })
  const lines = typeof log === 'string' ? log.split('\n').filter((line) => line.trim() !== '') : []
  return lines.flatMap((line) => {
    const entry: unknown = JSON.parse(line)
    if (!isRecord(entry) || typeof entry.author !== 'string' || typeof entry.timestamp !== 'string')
      return []
    return [{author: entry.author, timestamp: entry.timestamp}]
  })
}

async function checkSnapshots(client: SanityClient): Promise<string[]> {
  const snapshots = await client.fetch<GateDocument[]>('*[_type == "snapshot"]')
  return snapshots
    .filter(
      ({content, fingerprint}) =>
        typeof content !== 'string' || fingerprintOf(content) !== fingerprint,
    )
    .map(({_id}) => `${_id} is not the content whose fingerprint it carries`)
}
