import type {SanityClient} from '@sanity/client'
import {requiredRoles} from '../../plugins/claim-gate/model/requiredRoles.ts'
import {
  contentOf,
  judge,
  loadWorld,
  publishTogether,
  signMany,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'

export interface Publishing {
  model: GateModel
  /** Writes and publishes. */
  author: SanityClient
  /** By role, who signs in it with their own token. */
  signers: ReadonlyMap<string, {account: string; client: SanityClient}>
  onProgress: (line: string) => void
}

/** So many documents are written, signed and published at once. */
const CHUNK = 50
/** The sealer of a running lake may be at the same seals. */
const ATTEMPTS = 5

/**
 * Writes documents as drafts, has them signed in every role and publishes them with their seals, what they rest on
 * first. Sources stand before what rests on them.
 * @throws Error when the gate refuses a signature or the publication; what was published until then stays.
 */
export async function publishMany(
  publishing: Publishing,
  documents: readonly GateDocument[],
): Promise<void> {
  let done = 0
  for (const level of levelsOf(publishing.model, documents)) {
    for (let start = 0; start < level.length; start += CHUNK) {
      const chunk = level.slice(start, start + CHUNK)
      await writeDrafts(publishing, chunk)
      await signAll(publishing, chunk)
      await publish(publishing, chunk)
      done += chunk.length
      publishing.onProgress(`Assets: ${done} of ${documents.length} signed and published`)
    }
  }
}

/** Documents that rest on none of the others, those that rest only on these, and so on. */
function levelsOf(model: GateModel, documents: readonly GateDocument[]): GateDocument[][] {
  const levels = new Map<string, number>()
  for (const document of documents) {
    const below = contentOf(model, document).references.map((id) => levels.get(id) ?? -1)
    levels.set(document._id, Math.max(-1, ...below) + 1)
  }
  const grouped = Map.groupBy(documents, ({_id}) => levels.get(_id) ?? 0)
  return [...grouped].toSorted(([a], [b]) => a - b).map(([, level]) => level)
}

const draftOf = (document: GateDocument): GateDocument => ({
  ...document,
  _id: `drafts.${document._id}`,
})

async function writeDrafts(
  {author}: Publishing,
  documents: readonly GateDocument[],
): Promise<void> {
  const transaction = author.transaction()
  documents.forEach((document) => transaction.createOrReplace(draftOf(document)))
  await transaction.commit({visibility: 'sync'})
}

/** Each person approves what they are asked for, as it was read before anybody signed. */
async function signAll(
  {model, author, signers}: Publishing,
  documents: readonly GateDocument[],
): Promise<void> {
  const drafts = documents.map(draftOf)
  const world = await loadWorld(author, model, {reading: drafts})
  const read = documents.map(({_id}, at) => {
    const {fingerprint, pins} = judge(model, drafts[at] ?? {_id, _type: ''}, world)
    return {subject: _id, seen: {fingerprint, pins}}
  })
  for (const [role, {account, client}] of signers) {
    const asked = read.filter((_, at) => asks(model, documents[at], role))
    const results = await signMany(client, model, {account, role, documents: asked})
    for (const result of results) {
      if ('refused' in result)
        throw new Error(
          `${result.subject} was not signed as ${role}: ${JSON.stringify(result.refused)}`,
        )
    }
  }
}

const asks = (model: GateModel, document: GateDocument | undefined, role: string): boolean =>
  document !== undefined && requiredRoles(model, document).includes(role)

async function publish(
  {model, author}: Publishing,
  documents: readonly GateDocument[],
): Promise<void> {
  const ids = documents.map(({_id}) => _id)
  for (let attempt = 1; ; attempt++) {
    const result = await publishTogether(author, model, ids)
    if ('published' in result) return
    if (result.refused.reason !== 'lostRace' || attempt === ATTEMPTS)
      throw new Error(`${ids.join(', ')} were not published: ${JSON.stringify(result.refused)}`)
  }
}
