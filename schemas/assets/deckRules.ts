import {referencedIds} from '../references.ts'

/** A slide stands once in a deck, so that what is said of it in the field is said of one place. */
export function hasDistinctSlides(entries: unknown): true | string {
  const ids = referencedIds(entries, 'slide')
  return new Set(ids).size === ids.length || 'A slide stands here twice: keep the one place for it.'
}
