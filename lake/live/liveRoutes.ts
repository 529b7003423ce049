import {Hono, type Context} from 'hono'
import {unauthorized} from '../apiError.ts'
import type {LakeContext, LakeEnv} from '../context.ts'
import {eventStream} from '../listen/eventStream.ts'
import {createLiveHub} from './createLiveHub.ts'

/** An application holds one; far beyond that somebody forgets to let go of them. */
const MAX_LISTENERS = 200
const COME_BACK_MS = 60_000

/**
 * Streams of tags whose content changed: GET `/data/live/events/:dataset`. As on the hosted service they need no token,
 * and `@sanity/client` sends none: a tag tells nothing to whoever has not read the content. Drafts do need one.
 */
export function liveRoutes(context: LakeContext): Hono<LakeEnv> {
  const {storage, documents, committer} = context
  const hub = createLiveHub(documents, storage.lastSequence())
  committer.onCommit((transaction) => hub.publish(transaction))
  const routes = new Hono<LakeEnv>()
  routes.get('/events/:dataset', (c) => {
    const includeDrafts = c.req.query('includeDrafts') === 'true'
    if (includeDrafts && !c.get('account')) {
      throw unauthorized('Events about drafts need a token')
    }
    if (hub.size >= MAX_LISTENERS) return goAway(c, hub.position)
    const audience = includeDrafts ? 'all' : 'published'
    return eventStream(c, (send) => hub.add({audience, send}, c.req.header('last-event-id')))
  })
  return routes
}

/** Refuses a listener in the way that clients take for a reason to ask without a stream. */
function goAway(c: Context, id: string): Response {
  const data = JSON.stringify({id, reason: `There are ${MAX_LISTENERS} listeners already`})
  c.header('content-type', 'text/event-stream; charset=utf-8')
  c.header('cache-control', 'no-cache')
  return c.body(`retry: ${COME_BACK_MS}\nevent: goaway\nid: ${id}\ndata: ${data}\n\n`)
}
