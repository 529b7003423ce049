import {createClient, type SanityClient} from '@sanity/client'
import {createLake, type Account} from '../../lake/createLake.ts'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {
  contentOf,
  loadWorld,
  planSeals,
  reviewId,
  snapshotId,
  type GateDocument,
  type World,
} from '../../plugins/claim-gate/node.ts'
import {sealDocument} from '../../plugins/claim-gate/sealer/sealDocument.ts'
import {judgeWorld} from './judgeWorld.ts'

/** A lake in which everything was approved, sealed and is delivered. */
export interface CheckLake {
  client: SanityClient
  /** Ids of every document, those of the gate among them. */
  ids: readonly string[]
  /** How many of them the gate holds. */
  gated: number
  close(): Promise<void>
}

/** Each has a snapshot and a seal; one review or two, as of ten documents nine have two. */
const DOCUMENTS_EACH = 4.9
const ROLES = ['marketing', 'medical']
const PEOPLE = ROLES.map((role) => ({
  _id: `who-${role}`,
  _type: 'colleague',
  account: role,
  name: role,
  roles: [role],
}))
const WRITTEN_AT_ONCE = 200

/**
 * Fills a lake on disk with about so many documents, written over HTTP; each review by its signer with their own token,
 * so that the log says so.
 */
export async function openCheckLake(directory: string, size: number): Promise<CheckLake> {
  const accounts = ROLES.map(accountOf)
  const lake = createLake({directory, accounts})
  const url = await lake.listen()
  const clientFor = (id: string): SanityClient =>
    createClient({
      apiHost: url,
      useProjectHostname: false,
      projectId: lake.projectId,
      dataset: lake.dataset,
      apiVersion: '2026-11-01',
      useCdn: false,
      perspective: 'raw',
      token: tokenOf(id),
    })
  const client = clientFor(ROLES[0] ?? '')
  const world = judgeWorld(Math.floor((size - PEOPLE.length) / DOCUMENTS_EACH))
  const documents = [...world.documents.values()]
  await write(client, PEOPLE)
  await write(client, documents.map(withoutRevision))
  const unsigned = new Map(documents.map((document) => [document._id, snapshotOf(document)]))
  for (const role of ROLES) await write(clientFor(role), signaturesBy(role, world, unsigned))
  await write(client, await sealsOf(client, [...world.documents.keys()]))
  const ids = await client.fetch<string[]>('*[]._id')
  return {client, ids, gated: documents.length, close: () => lake.close()}
}

const tokenOf = (id: string): string => `token-of-${id}`

const accountOf = (id: string): Account => ({
  id,
  name: id,
  email: `${id}@example.org`,
  role: 'administrator',
  token: tokenOf(id),
})

/** Each with what must be written in the same transaction. */
async function write(
  client: SanityClient,
  items: readonly (GateDocument | readonly GateDocument[])[],
): Promise<void> {
  for (let start = 0; start < items.length; start += WRITTEN_AT_ONCE) {
    const transaction = client.transaction()
    items
      .slice(start, start + WRITTEN_AT_ONCE)
      .flat()
      .forEach((document) => transaction.create(document))
    await transaction.commit({visibility: 'sync', returnDocuments: false})
  }
}

const withoutRevision = ({_rev, ...document}: GateDocument): GateDocument => document

function snapshotOf(document: GateDocument): GateDocument {
  const {fingerprint, json} = contentOf(trialModel, document)
  return {
    _id: snapshotId(document._id, fingerprint),
    _type: 'snapshot',
    subject: document._id,
    subjectType: document._type,
    fingerprint,
    content: json,
  }
}

/** Who signs a content first writes its snapshot with the review. */
function signaturesBy(
  role: string,
  world: World,
  unsigned: Map<string, GateDocument>,
): GateDocument[][] {
  return reviewsBy(role, world).map((review) => {
    const snapshot = unsigned.get(review.subject)
    unsigned.delete(review.subject)
    return snapshot ? [snapshot, review] : [review]
  })
}

function reviewsBy(role: string, {reviews}: World): (GateDocument & {subject: string})[] {
  const signedAt = new Date().toISOString()
  const numbered = [...reviews.values()].flatMap((list) =>
    list.map((review, at) => ({...review, number: at + 1})),
  )
  const own = numbered.filter((review) => review.role === role)
  return own.map(({_createdAt, number, ...review}) => ({
    ...review,
    _id: reviewId(review.subject, number),
    _type: 'review',
    pins: review.pins.map((pin) => ({_key: pin.doc, _type: 'pin', ...pin})),
    snapshots: [snapshotId(review.subject, review.fingerprint)],
    signedAt,
  }))
}

/** The seals that follow from what the lake holds by now. */
async function sealsOf(client: SanityClient, ids: readonly string[]): Promise<GateDocument[]> {
  const world = await loadWorld(client, trialModel, {ids})
  return planSeals(trialModel, world, ids).seals.map((seal) => sealDocument(seal, world.now))
}
