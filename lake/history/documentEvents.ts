import {draftIdOf, isDraftId, isPublishedId, publishedIdOf} from '../documentIds.ts'
import type {DocumentChange, LakeDocument, Storage, Transaction} from '../storage/storage.ts'

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

/** What happened to a document, newest first; edits are read from the transactions between. */
export function documentEvents(storage: Storage, id: string): DocumentEvent[] {
  const publishedId = publishedIdOf(id)
  const ids = isPublishedId(id) || isDraftId(id) ? [publishedId, draftIdOf(publishedId)] : [id]
  const events: DocumentEvent[] = []
  let copy: LakeDocument | undefined
  for (const transaction of storage.transactionsOf(ids)) {
    const change = transaction.changes.find(
      (each) => each.id !== publishedId && ids.includes(each.id),
    )
    copy = change ? change.after : copy
    const event = eventOf(transaction, publishedId, ids, copy)
    if (event) events.unshift(event)
  }
  return events
}

/** `remaining`: the draft or version as the transaction left it, whether or not it touched it. */
function eventOf(
  transaction: Transaction,
  publishedId: string,
  ids: readonly string[],
  remaining: LakeDocument | undefined,
): DocumentEvent | undefined {
  const changes = transaction.changes.filter((change) => ids.includes(change.id))
  const published = changes.find((change) => change.id === publishedId)
  const copy = changes.find((change) => change.id !== publishedId)
  const base = (
    type: string,
    documentVariantType: DocumentEvent['documentVariantType'],
  ): DocumentEvent => ({
    id: transaction.id,
    type,
    timestamp: transaction.timestamp,
    author: transaction.author,
    documentVariantType,
    documentId: publishedId,
  })
  const variant = copy && !isDraftId(copy.id) ? 'version' : 'draft'
  if (published?.after && copy && isGone(copy)) return publication(base, copy, transaction.id)
  if (published && isGone(published)) {
    if (!remaining) return base('deleteDocumentGroup', 'published')
    return {
      ...base('unpublishDocument', 'published'),
      versionId: remaining._id,
      versionRevisionId: remaining._rev,
    }
  }
  if (copy && isGone(copy)) {
    return {
      ...base('deleteDocumentVersion', variant),
      versionId: copy.id,
      versionRevisionId: copy.before?._rev ?? '',
    }
  }
  if (copy && !copy.before) {
    return {
      ...base('createDocumentVersion', variant),
      versionId: copy.id,
      versionRevisionId: transaction.id,
    }
  }
  if (!published) return undefined
  const type = published.before ? 'updateLiveDocument' : 'createLiveDocument'
  return {...base(type, 'published'), revisionId: transaction.id}
}

const isGone = (change: DocumentChange): boolean => change.after === undefined

function publication(
  base: (type: string, variant: DocumentEvent['documentVariantType']) => DocumentEvent,
  copy: DocumentChange,
  revisionId: string,
): DocumentEvent {
  return {
    ...base('publishDocumentVersion', 'published'),
    revisionId,
    versionId: copy.id,
    versionRevisionId: copy.before?._rev ?? '',
    publishCause: 'document.publish',
  }
}
