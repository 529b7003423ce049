import type {OpenContentLake} from './target.ts'

/** A published document, a draft of it, or both, with ids of their own. */
export async function pair(
  {client, id}: OpenContentLake,
  copies: {published?: object; draft?: object},
): Promise<{publishedId: string; draftId: string}> {
  const publishedId = id(`pair-${crypto.randomUUID()}`)
  const draftId = `drafts.${publishedId}`
  const {published, draft} = copies
  const documents = [
    ...(published ? [{_id: publishedId, _type: 'thing', ...published}] : []),
    ...(draft ? [{_id: draftId, _type: 'thing', ...draft}] : []),
  ]
  await client.mutate(documents.map((document) => ({create: document})))
  return {publishedId, draftId}
}
