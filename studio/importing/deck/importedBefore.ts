import type {SanityClient} from '@sanity/client'

export interface EarlierImport {
  id: string
  title: string
}

const DECK_QUERY = '*[_id in [$id, "drafts." + $id]][0]{"title": coalesce(title, "")}'

/** The deck that a file became when it was imported before; `undefined` where it was not, or the deck was deleted. */
export async function importedBefore(
  client: Pick<SanityClient, 'fetch'>,
  id: string,
): Promise<EarlierImport | undefined> {
  const found = await client.fetch<{title: string} | null>(DECK_QUERY, {id}, {perspective: 'raw'})
  return found ? {id, title: found.title} : undefined
}
