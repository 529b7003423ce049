import type {ValidationContext} from '@sanity/types'
import {API_VERSION} from '../apiVersion.ts'
import {referencedIds} from '../references.ts'

/** What an asset must know of a claim that it carries. */
interface ClaimUse {
  _id: string
  code: string | null
  audiences: string[] | null
  markets: string[] | null
  retracted: string[]
}

const CLAIM_USE_QUERY = `*[_id in $ids || _id in $draftIds]{
  _id, code, audiences, "markets": authorizations[].market,
  "retracted": coalesce((substantiation[].evidence->)[status == "retracted"].title, [])
}`

/** Reads the claims of the asset under validation, as published; as drafted where nothing was published yet. */
export async function claimsOf({document, getClient}: ValidationContext): Promise<ClaimUse[]> {
  const ids = referencedIds(document?.claims)
  if (ids.length === 0) return []
  const found = await getClient({apiVersion: API_VERSION}).fetch<ClaimUse[]>(
    CLAIM_USE_QUERY,
    {ids, draftIds: ids.map((id) => `drafts.${id}`)},
    {perspective: 'raw'},
  )
  return ids.flatMap(
    (id) =>
      found.find(({_id}) => _id === id) ?? found.find(({_id}) => _id === `drafts.${id}`) ?? [],
  )
}
