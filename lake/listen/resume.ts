import {ApiError} from '../apiError.ts'
import {lookAtClock, TIMEOUT_ERROR, withinTime} from '../groq/timeLimit.ts'
import type {Storage, Transaction} from '../storage/storage.ts'
import {eventsFor, type Listener, type ServerEvent} from './createListenHub.ts'
import {positionOf} from './eventId.ts'

/** How many transactions a listener that comes back may have missed and still be told of each. */
const RESUMABLE = 1000
/** Read at a time: a transaction may be large. */
const PAGE = 20
/** Who missed so much that it takes longer is faster when it loads afresh. */
const READING_MS = 250

/** What a listener missed since an event; `undefined` when that cannot be told, and it must start anew. */
export function missedEvents(
  storage: Storage,
  listener: Pick<Listener, 'matches' | 'options'>,
  lastEventId: string,
): ServerEvent[] | undefined {
  const {transactionId, documentId} = positionOf(lastEventId)
  const last = storage.transaction(transactionId)
  if (!last) return undefined
  if (storage.lastSequence() - last.sequence > RESUMABLE) return undefined
  const own = documentId === undefined ? [] : eventsFor(listener, last)
  const place = own.findIndex((event) => event.id === lastEventId)
  const events = place === -1 ? [] : own.slice(place + 1)
  try {
    withinTime(READING_MS, () => {
      for (const transaction of after(storage, last.sequence)) {
        events.push(...eventsFor(listener, transaction))
        lookAtClock()
      }
    })
    return events
  } catch (error) {
    if (error instanceof ApiError && error.type === TIMEOUT_ERROR) return undefined
    throw error
  }
}

function* after(storage: Storage, sequence: number): Iterable<Transaction> {
  let page: Transaction[] = []
  for (let at = sequence; page.length === PAGE || at === sequence; at += PAGE) {
    page = storage.transactionsAfter(at, PAGE)
    yield* page
  }
}
