import type {ValidationContext} from '@sanity/types'

/** A slide states at least one claim, unless it is a title. */
export function hasClaims(claims: unknown, {document}: ValidationContext): true | string {
  const count = Array.isArray(claims) ? claims.length : 0
  return (
    count > 0 ||
    document?.kind === 'title' ||
    'Add at least one claim: every slide but a title rests on one.'
  )
}
