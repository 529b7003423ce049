import type {SanityClient} from '@sanity/client'
import {sealHolds} from '../../plugins/claim-gate/delivery/index.ts'
import type {ClaimStanding} from './claimStanding.ts'

interface StandingRows {
  /** Published ids. */
  published: readonly string[]
  inForce: readonly string[]
}

const CLAIM_STANDINGS_QUERY = `{
  "published": *[_type == "claim"]._id,
  "inForce": *[_type == "seal"][subject->_type == "claim"]${sealHolds}.subject._ref
}`

const DRAFTED_CLAIMS_QUERY = `*[_type == "claim" && _id in path("drafts.**")]._id`

/** Where every claim stands, by published id: by its seal, as a portal decides it; nobody is judged anew. */
export async function fetchClaimStandings(
  client: Pick<SanityClient, 'fetch'>,
): Promise<ReadonlyMap<string, ClaimStanding>> {
  const [rows, drafts] = await Promise.all([
    client.fetch<StandingRows>(CLAIM_STANDINGS_QUERY, {}, {perspective: 'published'}),
    client.fetch<string[]>(DRAFTED_CLAIMS_QUERY, {}, {perspective: 'raw'}),
  ])
  const drafted = new Set(drafts.map((id) => id.slice('drafts.'.length)))
  const inForce = new Set(rows.inForce)
  const standingOf = (id: string): ClaimStanding => {
    if (!inForce.has(id)) return 'notInForce'
    return drafted.has(id) ? 'changing' : 'inForce'
  }
  return new Map([
    ...[...drafted].map((id): [string, ClaimStanding] => [id, 'unpublished']),
    ...rows.published.map((id): [string, ClaimStanding] => [id, standingOf(id)]),
  ])
}
