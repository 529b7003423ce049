import type {ServerEvent} from '../listen/createListenHub.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {Transaction} from '../storage/storage.ts'
import {positionAfter} from './livePosition.ts'
import {tagsOf} from './tagsOf.ts'

interface LiveListener {
  includeDrafts: boolean
  send: (event: ServerEvent) => void
}

export interface LiveHub {
  readonly size: number
  add(listener: LiveListener): () => void
  publish(transaction: Transaction): void
}

/** Tells every listener which tags a transaction has made old. */
export function createLiveHub(documents: DocumentSet): LiveHub {
  const listeners = new Set<LiveListener>()
  return {
    get size() {
      return listeners.size
    },
    add(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    publish(transaction) {
      for (const includeDrafts of [true, false]) {
        const concerned = [...listeners].filter((each) => each.includeDrafts === includeDrafts)
        if (concerned.length === 0) continue
        const events = messageFor(transaction, documents, includeDrafts)
        for (const {send} of concerned) events.forEach(send)
      }
    },
  }
}

/** The message about a transaction; none if it does not concern the listener. */
export function messageFor(
  transaction: Transaction,
  documents: DocumentSet,
  includeDrafts: boolean,
): ServerEvent[] {
  const tags = tagsOf(transaction.changes, documents, {includeDrafts})
  if (tags.length === 0) return []
  return [{event: 'message', id: positionAfter(transaction), data: {tags}}]
}
