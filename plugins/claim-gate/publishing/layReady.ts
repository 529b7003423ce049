import type {SanityClient} from '@sanity/client'
import type {Checkpoint} from '../model/checkpoint.ts'
import {draftIdOf, publishedIdOf} from '../model/documentIds.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {sealDocument} from '../sealer/sealDocument.ts'
import {fetchDocuments} from '../world/loadWorld.ts'
import type {Publication} from './publication.ts'

/** A lake takes requests of up to 4 MB; so many characters stay well below, whatever they are. */
const CHUNK = 1_000_000

/**
 * Lays the seals ready as drafts, and the checkpoint as it will be once it is closed; adds `id` → revision of each to
 * `revisions`, by which the publication later holds them to be its own, or takes them away again.
 */
export async function layReady(
  client: SanityClient,
  {seals, now, checkpoint}: Publication,
  revisions: Map<string, string>,
): Promise<void> {
  const drafts = [
    ...seals.map(({seal}) => sealDocument(seal, now, draftIdOf(seal._id))),
    ...(checkpoint ? await closedDraft(client, checkpoint, now) : []),
  ]
  for (const chunk of chunksOf(drafts)) {
    const transaction = client.transaction()
    chunk.forEach((draft) => transaction.createOrReplace(draft))
    const {transactionId} = await transaction.commit({visibility: 'sync'})
    chunk.forEach(({_id}) => revisions.set(publishedIdOf(_id), transactionId))
  }
}

/** The stored checkpoint, all that was written about it included, as passed. */
async function closedDraft(
  client: SanityClient,
  {_id}: Checkpoint,
  now: string,
): Promise<GateDocument[]> {
  const [stored] = await fetchDocuments(client, [_id])
  if (!stored) return []
  const {_rev, _createdAt, _updatedAt, ...fields} = stored
  return [{...fields, _id: draftIdOf(_id), closedAt: now, outcome: 'passed'}]
}

function chunksOf(documents: readonly GateDocument[]): GateDocument[][] {
  const chunks: GateDocument[][] = []
  let size = CHUNK
  for (const document of documents) {
    const own = JSON.stringify(document).length
    if (size + own > CHUNK) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(document)
    size += own
  }
  return chunks
}
