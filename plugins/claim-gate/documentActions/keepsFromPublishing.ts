import type {ValidationMarker} from '@sanity/types'

/** The Studio's code for a reference to what is not published yet, whose id is among the details. */
const NOT_PUBLISHED = 'reference.not-published'

/**
 * Whether what validation found in a document keeps it from going out together with others: every error does, but for a
 * reference to one of them, which will be there by then; `any` where it is not known yet who they are.
 */
export function keepsFromPublishing(
  markers: readonly ValidationMarker[],
  together: readonly string[] | 'any',
): boolean {
  return markers.some(
    ({level, code, details}) =>
      level === 'error' && !(code === NOT_PUBLISHED && isOneOf(together, details?.referenceId)),
  )
}

const isOneOf = (ids: readonly string[] | 'any', id: unknown): boolean =>
  ids === 'any' || (typeof id === 'string' && ids.includes(id))
