import type {Storage} from '../storage/storage.ts'
import {eventsFor, type Listener, type ServerEvent} from './createListenHub.ts'
import {positionOf} from './eventId.ts'

/** How many transactions a listener that comes back may have missed and still be told of each. */
const RESUMABLE = 1000

/** What a listener missed since an event; `undefined` when that cannot be told, and it must start anew. */
export function missedEvents(
  storage: Storage,
  listener: Pick<Listener, 'matches' | 'options'>,
  lastEventId: string,
): ServerEvent[] | undefined {
  const {transactionId, documentId} = positionOf(lastEventId)
  const last = storage.transaction(transactionId)
  if (!last) return undefined
  const missed = storage.transactionsAfter(last.sequence, RESUMABLE + 1)
  if (missed.length > RESUMABLE) return undefined
  const own = documentId === undefined ? [] : eventsFor(listener, last)
  const place = own.findIndex((event) => event.id === lastEventId)
  return [
    ...(place === -1 ? [] : own.slice(place + 1)),
    ...missed.flatMap((transaction) => eventsFor(listener, transaction)),
  ]
}
