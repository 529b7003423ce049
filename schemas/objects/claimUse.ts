import type {ValidationContext} from '@sanity/types'
import {API_VERSION} from '../apiVersion.ts'

/** What whoever uses a claim must know of it. */
interface ClaimUse {
  _id: string
  code: string | null
  audiences: string[] | null
  markets: string[] | null
  retracted: string[]
}

const CLAIM_USE_QUERY = `*[_id in $ids || _id in $draftIds][_type == "claim"]{
  _id, code, audiences, "markets": authorizations[].market,
  "retracted": coalesce((substantiation[].evidence->)[status == "retracted"].title, [])
}`

/** Reads the claims among these documents, as published; as drafted where nothing was published yet. */
export async function claimsAmong(
  ids: readonly string[],
  {getClient}: Pick<ValidationContext, 'getClient'>,
): Promise<ClaimUse[]> {
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
