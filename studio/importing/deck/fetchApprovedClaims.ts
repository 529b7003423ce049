import type {SanityClient} from '@sanity/client'
import type {ClaimEntry} from '../../matching/claimEntry.ts'
import {fetchClaimEntries} from '../../matching/fetchClaimEntries.ts'

interface Wording {
  _id: string
  code: string | null
  statement: string | null
  qualifier: string | null
  variations: string[] | null
}

const WORDINGS_QUERY = '*[_type == "claim"]{_id, code, statement, qualifier, variations}'

/**
 * Every published claim in its published words. A draft of it is nobody's approved wording: a slide that says the same
 * as a draft says something that was not approved.
 */
export async function fetchApprovedClaims(
  client: Pick<SanityClient, 'fetch'>,
): Promise<readonly ClaimEntry[]> {
  const [entries, published] = await Promise.all([
    fetchClaimEntries(client),
    client.fetch<Wording[]>(WORDINGS_QUERY, {}, {perspective: 'published'}),
  ])
  const wordings = new Map(published.map((each) => [each._id, each]))
  return entries.flatMap(({id, evidence}) => {
    const wording = wordings.get(id)
    if (!wording) return []
    const {code, statement, qualifier, variations} = wording
    return {
      id,
      code: code ?? '',
      statement: statement ?? '',
      ...(qualifier ? {qualifier} : {}),
      variations: variations ?? [],
      evidence,
    }
  })
}
