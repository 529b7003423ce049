import type {SanityClient} from '@sanity/client'
import {CLAIM_ID_PREFIX} from './claimIdOf.ts'
import type {Library} from './library.ts'
import {libraryOf, type Read} from './libraryOf.ts'

const QUERY = `{
  "claims": *[_type == "claim"],
  "sources": *[_type in ["product", "indication", "evidence"]][!(_id in path("versions.**"))]{
    _id, _rev, _type, title, name, status, population, condition, statement, citation
  },
  "takenIds": *[_type != "claim"][
    string::startsWith(_id, $prefix) || string::startsWith(_id, "drafts." + $prefix)
  ]._id
}`

/** Reads all against which the rows of a file are read, in one answer. */
export async function fetchLibrary(client: SanityClient): Promise<Library> {
  const params = {prefix: CLAIM_ID_PREFIX}
  return libraryOf(await client.fetch<Read>(QUERY, params, {perspective: 'raw'}))
}
