import type {LakeDocument, Transaction} from '../storage/storage.ts'
import {withinTime} from '../groq/timeLimit.ts'
import {mutationEvents, type ListenOptions} from './mutationEvents.ts'

/** One server-sent event. */
export interface ServerEvent {
  event: string
  id?: string
  data: unknown
}

type Matcher = (document: LakeDocument | undefined) => boolean

export interface Listener {
  matches: Matcher
  options: ListenOptions
  send: (event: ServerEvent) => void
}

export interface ListenHub {
  add(listener: Listener): () => void
  readonly size: number
  publish(transaction: Transaction): void
}

/** What the filter of one listener may take of one transaction, however many documents that changed. */
const ONE_LISTENER_MS = 100

/** Hands every committed transaction to every listener, in the order of the log. */
export function createListenHub(): ListenHub {
  const listeners = new Set<Listener>()
  return {
    add(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get size() {
      return listeners.size
    },
    publish(transaction) {
      for (const listener of listeners) {
        // The transaction is on disk: whatever is wrong with one listener is that one's affair.
        try {
          withinTime(ONE_LISTENER_MS, () => eventsFor(listener, transaction)).forEach(listener.send)
        } catch (error) {
          listeners.delete(listener)
          const message = error instanceof Error ? error.message : String(error)
          listener.send({event: 'channelError', data: {message}})
        }
      }
    },
  }
}

/** What one listener is told of one transaction. */
export function eventsFor(
  {matches, options}: Pick<Listener, 'matches' | 'options'>,
  transaction: Transaction,
): ServerEvent[] {
  return mutationEvents(transaction, matches, options).map((data) => ({
    event: 'mutation',
    id: data.eventId,
    data,
  }))
}
