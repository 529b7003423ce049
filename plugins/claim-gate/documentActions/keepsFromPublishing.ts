import type {ValidationMarker} from '@sanity/types'
import {NOT_ALIGNED} from '../validation/withReleaseRule.ts'

/** The Studio's code for a reference to what is not published yet, whose id is among the details. */
const NOT_PUBLISHED = 'reference.not-published'

/**
 * Whether what validation found in a document keeps it from going out together with others: every error does, but for a
 * reference to one of them, which will be there by then.
 */
export function keepsFromPublishing(
  markers: readonly ValidationMarker[],
  together: readonly string[],
): boolean {
  return markers.some(
    ({level, code, details}) =>
      level === 'error' && !(code === NOT_PUBLISHED && isOneOf(together, details?.referenceId)),
  )
}

/**
 * Whether it keeps the document from being approved: every error does, but for those that only say what has to come first
 * before it goes out, of which the approval itself is one.
 */
export const keepsFromSigning = ({level, code}: ValidationMarker): boolean =>
  level === 'error' && code !== NOT_PUBLISHED && code !== NOT_ALIGNED

const isOneOf = (ids: readonly string[], id: unknown): boolean =>
  typeof id === 'string' && ids.includes(id)
