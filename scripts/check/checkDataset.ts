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

/** What is wrong with a dataset, a line each: what is delivered and not aligned, published past the gate, or forged. */
export async function checkDataset(client: SanityClient, model: GateModel): Promise<string[]> {
  const [delivery, forged, changed] = await Promise.all([
    checkDelivery(client, model),
    checkReviews(client),
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

/** A review was written once, by the account that it names: the log knows who. */
async function checkReviews(client: SanityClient): Promise<string[]> {
  const reviews = await client.fetch<GateDocument[]>('*[_type == "review"]')
  const {dataset} = client.config()
  const findings = await Promise.all(
    reviews.map(async ({_id, reviewer}) => {
      const log: unknown = await client.request({
        url: `/data/history/${dataset}/transactions/${_id}?excludeContent=true`,
        json: false,
      })
      const authors = (typeof log === 'string' ? log : '')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map(authorOf)
      if (authors.length > 1) return [`${_id} was changed after it was signed`]
      return authors[0] === reviewer
        ? []
        : [
            `${_id} says that ${String(reviewer)} signed, and ${authors[0] ?? 'nobody in the log'} wrote it`,
          ]
    }),
  )
  return findings.flat()
}

function authorOf(line: string): string {
  const transaction: unknown = JSON.parse(line)
  return isRecord(transaction) && typeof transaction.author === 'string' ? transaction.author : ''
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
