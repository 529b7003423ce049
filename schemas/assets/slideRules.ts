import type {ValidationContext} from '@sanity/types'

const API_VERSION = '2026-11-01'

interface ClaimUse {
  code: string
  audiences: string[] | null
  markets: string[] | null
}

/** A slide states at least one claim, unless it is a title. */
export function hasClaims(claims: unknown, {document}: ValidationContext): true | string {
  const count = Array.isArray(claims) ? claims.length : 0
  return (
    count > 0 ||
    document?.kind === 'title' ||
    'Every slide but a title rests on at least one claim.'
  )
}

/** Words that are tied to a claim make the slide rest on it. */
export function listsAnnotatedClaims(
  claims: unknown,
  {document}: ValidationContext,
): true | string {
  const listed = new Set(
    (Array.isArray(claims) ? claims : []).map((claim: {_ref?: string}) => claim._ref),
  )
  const missing = annotatedClaims(document?.body).filter((id) => !listed.has(id))
  return (
    missing.length === 0 ||
    'The text cites a claim that is not listed here: add it, or take the citation out.'
  )
}

function annotatedClaims(body: unknown): string[] {
  const blocks: {markDefs?: {claim?: {_ref?: string}}[]}[] = Array.isArray(body) ? body : []
  return blocks.flatMap(({markDefs = []}) => markDefs.flatMap(({claim}) => claim?._ref ?? []))
}

/** Nobody hears a claim that is not for them, nowhere that it may not be made. */
export async function isWithinClaims(
  audience: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const {audience: audiences, markets, claims} = context.document ?? {}
  const ids = (Array.isArray(claims) ? claims : []).flatMap(
    (claim: {_ref?: string}) => claim._ref ?? [],
  )
  if (ids.length === 0 || audience === undefined) return true
  const found = await context
    .getClient({apiVersion: API_VERSION})
    .fetch<ClaimUse[]>(
      '*[_id in $ids]{code, audiences, "markets": authorizations[].market}',
      {ids},
      {perspective: 'raw'},
    )
  for (const claim of found) {
    const who = outside(audiences, claim.audiences)
    if (who.length > 0)
      return `${claim.code} is not for ${who.join(', ')}: narrow the audience, or leave the claim out.`
    const where = outside(markets, claim.markets)
    if (where.length > 0)
      return `${claim.code} may not be made in ${where.join(', ')}: narrow the markets, or leave the claim out.`
  }
  return true
}

function outside(values: unknown, allowed: readonly string[] | null): string[] {
  const list = Array.isArray(values) ? values.filter((value) => typeof value === 'string') : []
  return list.filter((value) => !(allowed ?? []).includes(value))
}
