import type {SanityClient} from '@sanity/client'
import {requiredRoles} from '../../plugins/claim-gate/model/requiredRoles.ts'
import {
  contentOf,
  judge,
  loadWorld,
  publishTogether,
  type GateDocument,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {signRead, type Signers} from './signRead.ts'
import {draftOf, writeDrafts} from './writeDrafts.ts'

export interface Publishing {
  model: GateModel
  /** Writes and publishes. */
  author: SanityClient
  signers: Signers
  onProgress: (line: string) => void
}

/** So many documents are written, signed and published at once. */
const CHUNK = 50
/** The sealer of a running lake may be at the same seals. */
const ATTEMPTS = 5

/**
 * Writes documents as drafts, has them signed in every role and publishes them with their seals, what they rest on
 * first. Sources stand before what rests on them.
 * @param noun What they are called while it goes on.
 * @throws Error when the gate refuses a signature or the publication; what was published until then stays.
 */
export async function publishMany(
  publishing: Publishing,
  documents: readonly GateDocument[],
  noun: string,
): Promise<void> {
  let done = 0
  for (const level of levelsOf(publishing.model, documents)) {
    for (let start = 0; start < level.length; start += CHUNK) {
      const chunk = level.slice(start, start + CHUNK)
      await writeDrafts(publishing.author, chunk)
      await signAll(publishing, chunk)
      await publish(publishing, chunk)
      done += chunk.length
      publishing.onProgress(`${noun}: ${done} of ${documents.length} signed and published`)
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

/** Signs them as each was read by itself, before anybody signed. */
async function signAll(
  {model, author, signers}: Publishing,
  documents: readonly GateDocument[],
): Promise<void> {
  const drafts = documents.map((document) => draftOf(document))
  const world = await loadWorld(author, model, {reading: drafts})
  const read = documents.map((document, at) => {
    const {fingerprint, pins} = judge(model, drafts[at] ?? document, world)
    const roles = requiredRoles(model, document)
    return {subject: document._id, seen: {fingerprint, pins}, roles}
  })
  await signRead(model, signers, read)
}

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
