import {connect, type Socket} from 'node:net'
import {readAnswer, type Answer} from './readAnswer.ts'

/** A connection that sends what it is told, when it is told. */
export interface RawClient {
  readonly socket: Socket
  /** Waits for an answer, or `undefined` if the lake hangs up without one. */
  answer(): Promise<Answer | undefined>
  /** Waits until the lake has hung up. */
  closed(): Promise<void>
}

/** Connects to a lake. */
export async function rawClient(url: string): Promise<RawClient> {
  const socket = connect({port: Number(new URL(url).port), host: '127.0.0.1'})
  let received = Buffer.alloc(0)
  socket.on('error', () => socket.destroy())
  socket.on('data', (data) => (received = Buffer.concat([received, data])))
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()))
  return {
    socket,
    closed: () => gone,
    answer: () =>
      new Promise((resolve) => {
        const look = (): void => {
          const answer = readAnswer(received, 'GET', socket.destroyed)
          if (!answer && !socket.destroyed) return
          socket.off('data', look).off('close', look)
          resolve(answer)
        }
        socket.on('data', look).on('close', look)
        look()
      }),
  }
}

/** The head of a request of the editor's. */
export const head = (line: string, ...headers: readonly string[]): string =>
  [
    `${line} HTTP/1.1`,
    'host: localhost',
    'authorization: Bearer token-of-editor',
    ...headers,
    '',
    '',
  ].join('\r\n')
