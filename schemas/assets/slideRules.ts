import type {ValidationContext} from '@sanity/types'

/** A slide states at least one claim, unless it is a title. */
export function hasClaims(claims: unknown, {document}: ValidationContext): true | string {
  const count = Array.isArray(claims) ? claims.length : 0
  return (
    count > 0 ||
    document?.kind === 'title' ||
    'Every slide but a title rests on at least one claim.'
  )
}
