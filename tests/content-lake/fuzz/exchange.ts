import {connect, type Socket} from 'node:net'
import type {FuzzInput} from './fuzzInput.ts'
import {readAnswer, type Answer} from './readAnswer.ts'

/** What came of an input: an answer, a connection that was cut without one, or neither for far too long. */
export type Outcome = Answer | 'cut' | 'nothing'

const TOO_LONG_MS = 60_000

/** One client, which keeps its connection for as long as what it sends leaves it usable. */
export function createExchange(port: number) {
  let kept: Socket | undefined
  const open = (): Socket => {
    const socket = connect({port, host: '127.0.0.1', noDelay: true})
    socket.on('error', () => socket.destroy())
    return socket
  }
  return {
    async send({bytes, isWhole, method}: FuzzInput): Promise<Outcome> {
      if (!isWhole) return exchange(open(), bytes, method, true)
      const socket = kept && !kept.destroyed && kept.writable ? kept : open()
      const isFresh = socket !== kept
      kept = socket
      const outcome = await exchange(socket, bytes, method, false)
      // The lake may have hung up on an idle connection at the same moment.
      if (outcome === 'cut' && !isFresh) return this.send({bytes, isWhole, method})
      return outcome
    },
    end: () => kept?.destroy(),
  }
}

/** Sends bytes, and nothing after them if `isLast`. */
function exchange(
  socket: Socket,
  bytes: Buffer,
  method: string,
  isLast: boolean,
): Promise<Outcome> {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0)
    const settle = (outcome: Outcome, keep: boolean): void => {
      clearTimeout(timer)
      socket.off('data', take).off('close', closed)
      if (!keep) socket.resetAndDestroy()
      resolve(outcome)
    }
    const timer = setTimeout(() => settle('nothing', false), TOO_LONG_MS)
    const take = (data: Buffer): void => {
      received = Buffer.concat([received, data])
      const answer = readAnswer(received, method, false)
      if (!answer) return
      if (answer.isStream) settle(answer, false)
      else if (!isLast) settle(answer, answer.keepsOpen)
    }
    const closed = (): void => settle(readAnswer(received, method, true) ?? 'cut', false)
    socket.on('data', take)
    socket.on('close', closed)
    if (isLast) socket.end(bytes)
    else socket.write(bytes)
  })
}
