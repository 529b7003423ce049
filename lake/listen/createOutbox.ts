/** What is on its way to one client, for as long as that client reads. */
export interface Outbox {
  readonly stream: ReadableStream<Uint8Array>
  put(text: string): void
}

/** A client that does not read is cut off before what waits for it fills the memory. */
const ONE_CLIENT_BYTES = 8 * 1024 * 1024
/** For all clients together, of whichever lake, since it is one memory. */
const ALL_CLIENTS_BYTES = 128 * 1024 * 1024

interface Queue {
  bytes: number
  cut: () => void
}

const open = new Set<Queue>()
const waiting = {bytes: 0}

/** How many outboxes are open. */
export const openOutboxes = (): number => open.size

/** Creates an outbox; `hangUp` must end the stream, and `onEnd` is called once it has ended, however that came. */
export function createOutbox(hangUp: () => void, onEnd: () => void): Outbox {
  const parts: Uint8Array[] = []
  /** What was handed over last and may not be sent yet. */
  let handedOver = 0
  let reader: ReadableStreamDefaultController<Uint8Array> | undefined
  const queue: Queue = {
    bytes: 0,
    cut() {
      end()
      hangUp()
    },
  }
  open.add(queue)
  const count = (bytes: number): void => {
    queue.bytes += bytes
    waiting.bytes += bytes
  }
  const end = (): void => {
    if (!open.delete(queue)) return
    parts.length = 0
    count(-queue.bytes)
    onEnd()
  }
  const handOver = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    const part = parts.shift()
    reader = part ? undefined : controller
    if (!part) return
    handedOver = part.byteLength
    controller.enqueue(part)
  }
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (!open.has(queue)) return
        count(-handedOver)
        handedOver = 0
        handOver(controller)
      },
      cancel: end,
    },
    {highWaterMark: 0},
  )
  return {
    stream,
    put(text) {
      if (!open.has(queue)) return
      // A single part may be of any size; what counts is that those before it were not read.
      if (queue.bytes > ONE_CLIENT_BYTES) {
        queue.cut()
        return
      }
      const part = Buffer.from(text)
      parts.push(part)
      count(part.byteLength)
      while (waiting.bytes > ALL_CLIENTS_BYTES) longest().cut()
      if (reader) handOver(reader)
    },
  }
}

function longest(): Queue {
  return [...open].reduce((most, queue) => (queue.bytes > most.bytes ? queue : most))
}
