import type {SanityClient} from '@sanity/client'
import {draftIdOf, publishedIdOf} from '../model/documentIds.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {fetchDocuments} from './loadWorld.ts'

/** The two copies of a document; what would go out is the draft where there is one. */
export interface Copies {
  id: string
  draft?: GateDocument
  published?: GateDocument
}

/** Reads the draft and the published copy of each document, past every cache. */
export async function loadCopies(client: SanityClient, ids: readonly string[]): Promise<Copies[]> {
  const wanted = ids.map(publishedIdOf)
  const found = await fetchDocuments(
    client,
    wanted.flatMap((id) => [id, draftIdOf(id)]),
  )
  const byId = new Map(found.map((document) => [document._id, document]))
  return wanted.map((id) => {
    const draft = byId.get(draftIdOf(id))
    const published = byId.get(id)
    return {id, ...(draft ? {draft} : {}), ...(published ? {published} : {})}
  })
}

/** What would be published: the draft, or what is out where there is none. */
export function candidateOf({
  draft,
  published,
}: Pick<Copies, 'draft' | 'published'>): GateDocument | undefined {
  return draft ?? published
}
