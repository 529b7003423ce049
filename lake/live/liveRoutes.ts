import {Hono, type Context} from 'hono'
import {unauthorized} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import type {ServerEvent} from '../listen/createListenHub.ts'
import {eventStream} from '../listen/eventStream.ts'
import {createLiveHub, messageFor} from './createLiveHub.ts'
import {currentPosition, transactionsSince} from './livePosition.ts'

/** An application holds one; far beyond that somebody forgets to let go of them. */
const MAX_LISTENERS = 200
const COME_BACK_MS = 60_000

/**
 * Streams of tags whose content changed: GET `/data/live/events/:dataset`. As on the hosted service they need no token,
 * since tags tell nothing to whoever has not read the content; drafts do need one.
 */
export function liveRoutes(context: LakeContext): Hono<LakeEnv> {
  const {storage, documents, committer} = context
  const hub = createLiveHub(documents)
  committer.onCommit((transaction) => hub.publish(transaction))
  const routes = new Hono<LakeEnv>()
  routes.get('/events/:dataset', (c) => {
    const includeDrafts = c.req.query('includeDrafts') === 'true'
    if (includeDrafts && !c.get('account')) {
      throw unauthorized('Events about drafts need a token')
    }
    if (hub.size >= MAX_LISTENERS) return goAway(c, currentPosition(storage))
    return eventStream(c, (send) => {
      for (const event of greeting(context, c.req.header('last-event-id'), includeDrafts)) {
        send(event)
      }
      return hub.add({includeDrafts, send})
    })
  })
  return routes
}

/** The first events of a stream: who comes back is told what it missed, or to load everything afresh. */
function greeting(
  {storage, documents}: LakeContext,
  lastEventId: string | undefined,
  includeDrafts: boolean,
): ServerEvent[] {
  const id = currentPosition(storage)
  if (lastEventId === undefined) return [{event: 'welcome', id, data: {id}}]
  const missed = transactionsSince(storage, lastEventId)
  if (!missed) {
    return [
      {event: 'welcome', id, data: {id}},
      {event: 'restart', id, data: {id}},
    ]
  }
  return [
    {event: 'welcome', id: lastEventId, data: {id: lastEventId}},
    ...missed.flatMap((transaction) => messageFor(transaction, documents, includeDrafts)),
  ]
}

/** Refuses a listener in the way that clients take for a reason to ask without a stream. */
function goAway(c: Context, id: string): Response {
  const data = JSON.stringify({id, reason: `There are ${MAX_LISTENERS} listeners already`})
  c.header('content-type', 'text/event-stream; charset=utf-8')
  c.header('cache-control', 'no-cache')
  return c.body(`retry: ${COME_BACK_MS}\nevent: goaway\nid: ${id}\ndata: ${data}\n\n`)
}
