import type {ValidationContext} from '@sanity/types'
import {referencedIds} from '../references.ts'

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
  const listed = new Set(referencedIds(claims))
  const missing = annotatedClaims(document?.body).filter((id) => !listed.has(id))
  return (
    missing.length === 0 ||
    'The text cites a claim that is not listed here: add it, or take the citation out.'
  )
}

function annotatedClaims(body: unknown): string[] {
  const blocks: {markDefs?: unknown}[] = Array.isArray(body) ? body : []
  return blocks.flatMap(({markDefs}) => referencedIds(markDefs, 'claim'))
}
