import type {SanityClient} from '@sanity/client'
import {CHECKPOINT_PREFIX, isOpen} from '../model/checkpoint.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {candidateOf, loadCopies, type Copies} from './loadCopies.ts'
import {fetchCheckpoint} from './loadCheckpoint.ts'
import {fetchNaming} from './fetchCheckpoints.ts'
import {fetchReleaseMembers} from './fetchReleaseMembers.ts'

/** The world in which something is read and signed: what is published, overlaid by these documents. */
export interface Basis {
  /** `published`, or the id of an open checkpoint or of a release. */
  id: string
  overlay: readonly GateDocument[]
  /** What is published under the ids of the overlay. */
  beneath: ReadonlyMap<string, GateDocument>
}

export const PUBLISHED: Basis = {id: 'published', overlay: [], beneath: new Map()}

/** Reads what stands over the published documents on a basis; `undefined` for a checkpoint that is not open any more, and a release without members. */
export async function loadBasis(
  client: SanityClient,
  model: GateModel,
  id: string,
): Promise<Basis | undefined> {
  if (id === PUBLISHED.id) return PUBLISHED
  if (!id.startsWith(CHECKPOINT_PREFIX)) {
    const overlay = await fetchReleaseMembers(client, model, id)
    // A name that is mistyped names no release either.
    if (overlay.length === 0) return undefined
    const copies = await loadCopies(
      client,
      overlay.map(({_id}) => _id),
    )
    return {id, overlay, beneath: publishedOf(copies)}
  }
  const checkpoint = await fetchCheckpoint(client, id)
  if (!checkpoint || !isOpen(checkpoint)) return undefined
  const copies = await loadCopies(client, checkpoint.members)
  const overlay = copies.flatMap((each) => candidateOf(each) ?? [])
  return {id, overlay, beneath: publishedOf(copies)}
}

const publishedOf = (copies: readonly Copies[]): ReadonlyMap<string, GateDocument> =>
  new Map(copies.flatMap(({id, published}) => (published ? [[id, published]] : [])))

/** The basis on which a document is read where nobody says another: the open checkpoint it belongs to, or what is published. */
export async function ownBasis(client: SanityClient, id: string): Promise<string> {
  const named = (await fetchNaming(client, [id])).get(id) ?? []
  return named.find(isOpen)?._id ?? PUBLISHED.id
}

/**
 * The copies of a document as they count on a basis: one that does not go out with it stands as it is published. So does
 * one that goes out with a checkpoint, where what is published is asked for (`isTogether`).
 */
export function copiesOn({id: basis, overlay}: Basis, copies: Copies, isTogether: boolean): Copies {
  const {id, published} = copies
  const out = published ? {id, published} : {id}
  if (basis === PUBLISHED.id) return isTogether && published ? out : copies
  const member = overlay.find((document) => publishedIdOf(document._id) === id)
  return member && member._id !== id ? {...out, draft: member} : out
}
