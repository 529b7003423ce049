import type {ServerEvent} from '../listen/createListenHub.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {Transaction} from '../storage/storage.ts'
import {createCopies} from './createCopies.ts'
import {createRecent, type Announcement} from './createRecent.ts'
import {tagsOf, type Audience} from './tagsOf.ts'

interface LiveListener {
  audience: Audience
  send: (event: ServerEvent) => void
}

export interface LiveHub {
  readonly size: number
  /** The id of an event about all that was published so far. */
  readonly position: string
  /** Greets a listener, who may have been here before, and tells it of every transaction until it is let go. */
  add(listener: LiveListener, lastEventId: string | undefined): () => void
  publish(transaction: Transaction): void
}

/** Who was away for longer than so many transactions is told to load everything afresh. */
const WAITED_FOR = 200

/** Tells every listener which tags a transaction has made old. */
export function createLiveHub(documents: DocumentSet, lastSequence: number): LiveHub {
  const listeners = new Set<LiveListener>()
  const copies = createCopies(documents)
  const recent = createRecent()
  let sequence = lastSequence
  /** How many transactions nobody has listened for: none is announced while nobody can come back. */
  let unheard = WAITED_FOR
  return {
    get size() {
      return listeners.size
    },
    get position() {
      return recent.idAt(sequence)
    },
    add(listener, lastEventId) {
      if (unheard >= WAITED_FOR) recent.startAt(sequence)
      unheard = 0
      for (const event of greeting(lastEventId)) listener.send(event)
      listeners.add(listener)
      return () => listeners.delete(listener)

      function greeting(known: string | undefined): ServerEvent[] {
        const id = recent.idAt(sequence)
        if (known === undefined) return [{event: 'welcome', id, data: {id}}]
        const missed = recent.since(known)
        return missed
          ? [
              {event: 'welcome', id: known, data: {id: known}},
              ...missed.flatMap((announcement) => messageFor(announcement, listener.audience)),
            ]
          : [
              {event: 'welcome', id, data: {id}},
              {event: 'restart', id, data: {id}},
            ]
      }
    },
    publish(transaction) {
      sequence = transaction.sequence
      copies.note(transaction.changes)
      unheard = listeners.size > 0 ? 0 : unheard + 1
      if (unheard >= WAITED_FOR) return
      const tags = {
        published: tagsOf(transaction.changes, copies, 'published'),
        all: tagsOf(transaction.changes, copies, 'all'),
      }
      const announcement = {id: recent.idAt(sequence), tags}
      recent.add(announcement)
      for (const {audience, send} of listeners) messageFor(announcement, audience).forEach(send)
    },
  }
}

/** The message about a transaction; none if it does not concern the listener. */
function messageFor({id, tags}: Announcement, audience: Audience): ServerEvent[] {
  return tags[audience].length === 0 ? [] : [{event: 'message', id, data: {tags: tags[audience]}}]
}
