import type {Context} from 'hono'
import type {ServerEvent} from './createListenHub.ts'

const KEEP_ALIVE_MS = 15_000
/** A listener that does not read is cut off before what waits for it fills the memory. */
const WAITING_BYTES = 8 * 1024 * 1024

/** Answers with a stream of server-sent events that lasts until the client goes or does not keep up. */
export function eventStream(
  c: Context,
  start: (send: (event: ServerEvent) => void) => () => void,
): Response {
  const encoder = new TextEncoder()
  const live: {open: boolean; stop: () => void} = {open: true, stop: () => undefined}
  const end = (): void => {
    live.open = false
    live.stop()
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (text: string): void => {
          if (!live.open) return
          if ((controller.desiredSize ?? 0) < -WAITING_BYTES) {
            end()
            controller.error(new Error('The listener does not read'))
            return
          }
          controller.enqueue(encoder.encode(text))
        }
        write(': welcome\n\n')
        const timer = setInterval(() => write(':\n\n'), KEEP_ALIVE_MS)
        live.stop = () => clearInterval(timer)
        const remove = start((event) => write(format(event)))
        live.stop = () => {
          clearInterval(timer)
          remove()
        }
        if (!live.open) live.stop()
      },
      cancel: end,
    },
    {highWaterMark: 0, size: (chunk) => chunk?.byteLength ?? 0},
  )
  c.header('content-type', 'text/event-stream; charset=utf-8')
  c.header('cache-control', 'no-cache')
  return c.body(stream)
}

function format({event, id, data}: ServerEvent): string {
  const lines = [
    `event: ${event}`,
    ...(id === undefined ? [] : [`id: ${id}`]),
    `data: ${JSON.stringify(data)}`,
  ]
  return `${lines.join('\n')}\n\n`
}
