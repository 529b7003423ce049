import {Hono, type Context} from 'hono'
import {isReadable} from '../access/readableDocuments.ts'
import {visibleDocuments} from '../access/visibleDocuments.ts'
import {ApiError} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import {createMatcher} from '../groq/createMatcher.ts'
import {GroqError} from '../groq/groqError.ts'
import {queryParameters} from '../routes/queryParameters.ts'
import type {Listener, ServerEvent} from './createListenHub.ts'
import {eventIdOf} from './eventId.ts'
import {eventStream} from './eventStream.ts'
import {missedEvents} from './resume.ts'

/** A Studio holds about ten; far beyond that somebody forgets to let go of them. */
const MAX_LISTENERS = 1000

/** Streams of what changes: GET `/data/listen/:dataset`. */
export function listenRoutes(context: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/:dataset', (c) => {
    visibleDocuments(context, c.get('account'))
    if (context.hub.size >= MAX_LISTENERS) {
      throw new ApiError(
        429,
        'tooManyListenersError',
        `There are ${MAX_LISTENERS} listeners already`,
      )
    }
    const listener = listenerOf(c)
    return eventStream(c, (send) => {
      if ('error' in listener) {
        send({event: 'channelError', data: listener.error})
        return () => undefined
      }
      const own = {...listener, send}
      for (const event of greeting(context, c, own)) send(event)
      return context.hub.add(own)
    })
  })
  return routes
}

type Parsed = Omit<Listener, 'send'> | {error: object}

function listenerOf(c: Context<LakeEnv>): Parsed {
  const {searchParams} = new URL(c.req.url)
  const account = c.get('account')
  const flag = (name: string, fallback: boolean): boolean =>
    (searchParams.get(name) ?? String(fallback)) === 'true'
  try {
    const matches = createMatcher(searchParams.get('query') ?? '', queryParameters(searchParams))
    return {
      matches: (document) =>
        document !== undefined &&
        isReadable(document._id, account !== undefined) &&
        matches(document),
      options: {
        includeResult: flag('includeResult', true),
        includePreviousRevision: flag('includePreviousRevision', false),
        includeMutations: flag('includeMutations', true),
        mendoza: searchParams.get('effectFormat') === 'mendoza',
      },
    }
  } catch (error) {
    if (!(error instanceof GroqError)) throw error
    const {type, query, start, end, message} = error
    return {error: {message, error: {type, description: message, query, start, end}}}
  }
}

/**
 * The first events of a stream. Only who asked to resume is told what it missed, or that it must start anew: others
 * take `welcome` as the sign to load afresh.
 */
function greeting({storage}: LakeContext, c: Context, listener: Listener): ServerEvent[] {
  const data = {listenerName: crypto.randomUUID()}
  const lastEventId = c.req.header('last-event-id')
  const [newest] = storage.transactionsAfter(storage.lastSequence() - 1, 1)
  const here = newest ? {id: eventIdOf({transactionId: newest.id})} : {}
  if (lastEventId === undefined || c.req.query('enableResume') !== 'true') {
    return [{event: 'welcome', ...here, data}]
  }
  const missed = missedEvents(storage, listener, lastEventId)
  return missed ? [{event: 'welcomeback', data}, ...missed] : [{event: 'reset', ...here, data}]
}
