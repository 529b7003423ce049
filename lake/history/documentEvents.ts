import {draftIdOf, isDraftId, isPublishedId, publishedIdOf} from '../documentIds.ts'
import type {Storage, Touch} from '../storage/storage.ts'
import {eventOf, type DocumentEvent, type Step} from './eventOf.ts'

/** What happened to a document, newest first; edits are read from the transactions between. */
export function documentEvents(
  storage: Pick<Storage, 'touchesOf'>,
  id: string,
): readonly DocumentEvent[] {
  const publishedId = publishedIdOf(id)
  const ofGroup = isPublishedId(id) || isDraftId(id)
  const copyId = ofGroup ? draftIdOf(publishedId) : id
  const revisions = new Map<string, string>()
  const events: DocumentEvent[] = []
  for (const touch of storage.touchesOf(ofGroup ? [publishedId, copyId] : [copyId])) {
    const step = {
      publishedId,
      copyId,
      published: changeIn(touch, publishedId, revisions),
      copy: changeIn(touch, copyId, revisions),
      remaining: revisions.get(copyId),
    }
    const event = eventOf(touch, step)
    if (event) events.push(event)
  }
  return events.toReversed()
}

/** What a transaction did to one document; keeps which revision each has that is there. */
function changeIn(touch: Touch, id: string, revisions: Map<string, string>): Step['copy'] {
  const touched = touch.documents.find((each) => each.id === id)
  if (!touched) return undefined
  const before = revisions.get(id)
  // The revision of a document is the transaction that touched it last.
  if (touched.present) revisions.set(id, touch.id)
  else revisions.delete(id)
  return {before, present: touched.present}
}
