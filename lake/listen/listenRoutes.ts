import {Hono, type Context} from 'hono'
import type {LakeContext, LakeEnv} from '../context.ts'
import {createMatcher} from '../groq/createMatcher.ts'
import {GroqError} from '../groq/groqError.ts'
import {queryParameters} from '../routes/queryParameters.ts'
import {visibleDocuments} from '../access/visibleDocuments.ts'
import type {Transaction} from '../storage/storage.ts'
import {eventsFor, type Listener, type ServerEvent} from './createListenHub.ts'
import {eventStream} from './eventStream.ts'

/** How many transactions a listener that comes back may have missed and still be told of each. */
const RESUMABLE = 1000

/** Streams of what changes: GET `/data/listen/:dataset`. */
export function listenRoutes(context: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/:dataset', (c) => {
    visibleDocuments(context, c.get('account'))
    const listener = listenerOf(c)
    return eventStream(c, (send) => {
      if ('error' in listener) {
        send({event: 'channelError', data: listener.error})
        return () => undefined
      }
      welcome(context, c.req.header('last-event-id'), {...listener, send})
      return context.hub.add({...listener, send})
    })
  })
  return routes
}

type Parsed = Omit<Listener, 'send'> | {error: object}

function listenerOf(c: Context<LakeEnv>): Parsed {
  const url = new URL(c.req.url)
  const query = url.searchParams.get('query') ?? ''
  const flag = (name: string, fallback: boolean): boolean =>
    (url.searchParams.get(name) ?? String(fallback)) === 'true'
  try {
    return {
      matches: createMatcher(query, queryParameters(url.searchParams)),
      options: {
        includeResult: flag('includeResult', true),
        includePreviousRevision: flag('includePreviousRevision', false),
        includeMutations: flag('includeMutations', true),
        mendoza: url.searchParams.get('effectFormat') === 'mendoza',
      },
    }
  } catch (error) {
    if (!(error instanceof GroqError)) throw error
    const {type, start, end, message} = error
    return {error: {message, error: {type, description: message, query, start, end}}}
  }
}

/** A listener that comes back is told what it missed, or that too much happened and it must start anew. */
function welcome(context: LakeContext, lastEventId: string | undefined, listener: Listener): void {
  const data = {listenerName: crypto.randomUUID()}
  if (lastEventId === undefined) {
    listener.send({event: 'welcome', data})
    return
  }
  const missed = missedSince(context, lastEventId)
  if (!missed) {
    listener.send({event: 'reset', data})
    return
  }
  listener.send({event: 'welcomeback', data})
  missed
    .flatMap((transaction) => eventsFor(listener, transaction))
    .filter((event: ServerEvent) => event.id !== lastEventId)
    .forEach(listener.send)
}

function missedSince({storage}: LakeContext, lastEventId: string): Transaction[] | undefined {
  const [id = '', documentId = ''] = lastEventId.split('#')
  const last = storage.transactionsOf([documentId]).find((transaction) => transaction.id === id)
  if (!last) return undefined
  const missed = storage.transactionsAfter(last.sequence, RESUMABLE + 1)
  return missed.length > RESUMABLE ? undefined : missed
}
