import {connect} from 'node:net'
import {performance} from 'node:perf_hooks'
import {parentPort} from 'node:worker_threads'

/** One measurement: as many connections as told ask the same thing over and over, each as soon as it is answered. */
export interface Load {
  port: number
  /** The request as it goes over the wire. */
  request: string
  connections: number
  milliseconds: number
}

export interface Measured {
  answers: number
  milliseconds: number
  /** How much of the time the client's own thread was busy: near 1 it would be the client that is measured. */
  busy: number
}

/* A client that does as little as can be done, on a thread of its own: the server is what is measured. */
parentPort?.on('message', (load: Load) => {
  const before = performance.eventLoopUtilization()
  const start = performance.now()
  let answers = 0
  const ends = Array.from({length: load.connections}, () => ask(load, () => (answers += 1)))
  setTimeout(() => {
    const milliseconds = performance.now() - start
    const {utilization: busy} = performance.eventLoopUtilization(before)
    ends.forEach((end) => end())
    const measured: Measured = {answers, milliseconds, busy}
    parentPort?.postMessage(measured, [])
  }, load.milliseconds)
})

function ask({port, request}: Load, answered: () => void): () => void {
  const socket = connect({port, host: '127.0.0.1', noDelay: true})
  let missing = 0
  socket.on('error', () => socket.destroy())
  socket.once('connect', () => socket.write(request, 'latin1'))
  socket.on('data', (chunk) => {
    missing = (missing === 0 ? sizeOf(chunk) : missing) - chunk.byteLength
    if (missing > 0) return
    answered()
    socket.write(request, 'latin1')
  })
  return () => socket.destroy()
}

/** How long an answer is that begins with a chunk; its head fits into the first one. */
function sizeOf(chunk: Buffer): number {
  const head = chunk.indexOf('\r\n\r\n') + 4
  const length = /content-length: (\d+)/iu.exec(chunk.toString('latin1', 0, head))?.[1]
  return head + Number(length)
}
