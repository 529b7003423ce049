import {isDraftId} from '../documentIds.ts'
import type {Touch} from '../storage/storage.ts'

/** One entry of the history panel; the names of types and fields are the Studio's. */
export interface DocumentEvent {
  id: string
  type: string
  timestamp: string
  author: string
  documentVariantType: 'draft' | 'published' | 'version'
  documentId: string
  [detail: string]: unknown
}

/** The revision that a document had before, if it was there, and whether it is there after. */
interface Change {
  before: string | undefined
  present: boolean
}

/** What one transaction did to a document and to the draft or version of it. */
export interface Step {
  publishedId: string
  copyId: string
  published: Change | undefined
  copy: Change | undefined
  /** The revision of the draft or version after it, whether or not it was touched. */
  remaining: string | undefined
}

/** The event that a transaction is to a document, if it is more than an edit. */
export function eventOf(
  touch: Touch,
  {publishedId, copyId, published, copy, remaining}: Step,
): DocumentEvent | undefined {
  const event = (
    type: string,
    documentVariantType: DocumentEvent['documentVariantType'],
    details: object = {},
  ): DocumentEvent => {
    const {id, timestamp, author} = touch
    return {id, type, timestamp, author, documentVariantType, documentId: publishedId, ...details}
  }
  const copyAt = (revision = ''): object => ({versionId: copyId, versionRevisionId: revision})
  const variant = isDraftId(copyId) ? 'draft' : 'version'
  if (published?.present === true && copy?.present === false) {
    return event('publishDocumentVersion', 'published', {
      revisionId: touch.id,
      ...copyAt(copy.before),
      publishCause: 'document.publish',
    })
  }
  if (published?.present === false) {
    return remaining === undefined
      ? event('deleteDocumentGroup', 'published')
      : event('unpublishDocument', 'published', copyAt(remaining))
  }
  if (copy?.present === false) return event('deleteDocumentVersion', variant, copyAt(copy.before))
  if (copy && copy.before === undefined)
    return event('createDocumentVersion', variant, copyAt(touch.id))
  if (!published) return undefined
  const type = published.before === undefined ? 'createLiveDocument' : 'updateLiveDocument'
  return event(type, 'published', {revisionId: touch.id})
}
