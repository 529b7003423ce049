import {Hono, type Context} from 'hono'
import {isReadable} from '../access/readableDocuments.ts'
import {assertMayRead} from '../access/visibleDocuments.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import {isPublishedId} from '../documentIds.ts'
import {createMatcher} from '../groq/createMatcher.ts'
import {GroqError} from '../groq/groqError.ts'
import {queryParameters} from '../routes/queryParameters.ts'
import {searchOf} from '../routes/searchOf.ts'
import type {Listener, ServerEvent} from './createListenHub.ts'
import {eventIdOf} from './eventId.ts'
import {eventStream} from './eventStream.ts'
import {hearsVersions} from './hearsVersions.ts'
import {missedEvents} from './resume.ts'

/** Characters. Who missed more than this is faster when it loads afresh. */
const MOST_MISSED = 4 * 1024 * 1024

/** Streams of what changes: GET `/data/listen/:dataset`. */
export function listenRoutes(context: LakeContext): Hono<LakeEnv> {
  const routes = new Hono<LakeEnv>()
  routes.get('/:dataset', (c) => {
    assertMayRead(context.visibility, c.get('account'))
    const listener = listenerOf(c)
    const {events, own} = 'error' in listener ? refused(listener) : greeted(context, c, listener)
    return eventStream(
      c,
      (send) => (own ? context.hub.add({...own, send}) : () => undefined),
      events,
    )
  })
  return routes
}

type Filter = Omit<Listener, 'send'>
type Parsed = Filter | {error: object}

/** What a stream begins with, and what it listens to if to anything. */
interface Opening {
  events: ServerEvent[]
  own?: Filter
}

const refused = ({error}: {error: object}): Opening => ({
  events: [{event: 'channelError', data: error}],
})

function greeted(context: LakeContext, c: Context, own: Filter): Opening {
  try {
    return {events: greeting(context, c, own), own}
  } catch (error) {
    // What it missed cannot be told, since its filter cannot be evaluated.
    return refused(described(error))
  }
}

function listenerOf(c: Context<LakeEnv>): Parsed {
  const searchParams = searchOf(c.req.url)
  const account = c.get('account')
  const flag = (name: string, fallback: boolean): boolean =>
    (searchParams.get(name) ?? String(fallback)) === 'true'
  const hearsAll = hearsVersions(c.req.url, searchParams)
  try {
    const matches = createMatcher(
      searchParams.get('query') ?? '',
      queryParameters(searchParams),
      account?.id,
    )
    return {
      matches: (document) =>
        document !== undefined &&
        isReadable(document._id, account !== undefined) &&
        (hearsAll || isPublishedId(document._id)) &&
        matches(document),
      options: {
        includeResult: flag('includeResult', false),
        includePreviousRevision: flag('includePreviousRevision', false),
        includeMutations: flag('includeMutations', true),
        mendoza: searchParams.get('effectFormat') === 'mendoza',
      },
    }
  } catch (error) {
    return described(error)
  }
}

function described(error: unknown): {error: object} {
  if (!(error instanceof GroqError)) throw error
  const {type, query, start, end, message} = error
  return {error: {message, error: {type, description: message, query, start, end}}}
}

/**
 * The first events of a stream. Only who asked to resume is told what it missed, or that it must start anew: others
 * take `welcome` as the sign to load afresh.
 */
function greeting({storage}: LakeContext, c: Context, filter: Filter): ServerEvent[] {
  const data = {listenerName: crypto.randomUUID()}
  const lastEventId = c.req.header('last-event-id')
  const [newest] = storage.transactionsAfter(storage.lastSequence() - 1, 1)
  const here = newest ? {id: eventIdOf({transactionId: newest.id})} : {}
  if (lastEventId === undefined || c.req.query('enableResume') !== 'true') {
    return [{event: 'welcome', ...here, data}]
  }
  const missed = missedEvents(storage, filter, lastEventId)
  return missed && JSON.stringify(missed).length <= MOST_MISSED
    ? [{event: 'welcomeback', data}, ...missed]
    : [{event: 'reset', ...here, data}]
}
