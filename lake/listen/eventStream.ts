import type {Context} from 'hono'
import {ApiError} from '../apiError.ts'
import type {LakeEnv} from '../context.ts'
import type {ServerEvent} from './createListenHub.ts'
import {createOutbox, openOutboxes} from './createOutbox.ts'

const KEEP_ALIVE_MS = 15_000
/** A Studio holds about ten; far beyond that somebody forgets to let go of them. */
const MOST_STREAMS = 1000
const HEADERS = {'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache'}

/**
 * Answers with a stream of server-sent events that lasts until the client goes or does not keep up. It begins with
 * what is known already; `start` sends what comes later, and gives back how to stop.
 */
export function eventStream(
  c: Context<LakeEnv>,
  start: (send: (event: ServerEvent) => void) => () => void,
  opening: readonly ServerEvent[] = [],
): Response {
  // Whoever asks only for the headers reads nothing, ever.
  if (c.req.method === 'HEAD') return c.body(null, 200, HEADERS)
  if (openOutboxes() >= MOST_STREAMS) throw tooManyStreams()
  const {outgoing} = c.env
  const live: {ended: boolean; stop?: () => void} = {ended: false}
  const outbox = createOutbox(
    () => outgoing.destroy(),
    () => {
      live.ended = true
      clearInterval(timer)
      live.stop?.()
    },
  )
  const timer = setInterval(() => outbox.put(':\n\n'), KEEP_ALIVE_MS)
  outbox.put([': welcome\n\n', ...opening.map(format)].join(''))
  live.stop = start((event) => outbox.put(format(event)))
  if (live.ended) live.stop()
  return c.body(outbox.stream, 200, HEADERS)
}

const tooManyStreams = (): ApiError =>
  new ApiError(429, 'tooManyListenersError', `There are ${MOST_STREAMS} listeners already`)

function format({event, id, data}: ServerEvent): string {
  const lines = [
    `event: ${event}`,
    ...(id === undefined ? [] : [`id: ${id}`]),
    `data: ${JSON.stringify(data)}`,
  ]
  return `${lines.join('\n')}\n\n`
}
