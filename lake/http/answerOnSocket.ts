import {STATUS_CODES} from 'node:http'
import type {Duplex} from 'node:stream'
import type {ApiError} from '../apiError.ts'

/** Answers where there is no request to answer to, and hangs up. */
export function answerOnSocket(socket: Duplex, error: ApiError): void {
  const {statusCode} = error
  const body = JSON.stringify(error.body())
  const head = [
    `HTTP/1.1 ${statusCode} ${STATUS_CODES[statusCode] ?? ''}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ]
  // Whatever else may still come is not waited for.
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
