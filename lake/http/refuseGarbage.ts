import type {Server, ServerResponse, IncomingMessage} from 'node:http'
import type {Duplex} from 'node:stream'
import {ApiError, badRequest} from '../apiError.ts'
import {answerError} from './answerError.ts'
import {answerOnSocket} from './answerOnSocket.ts'

/** Answers what is no HTTP, comes too slowly or is too much, wherever an answer can still be understood. */
export function refuseGarbage(server: Server): void {
  const newest = new WeakMap<Duplex, {request: IncomingMessage; response: ServerResponse}>()
  const note = (request: IncomingMessage, response: ServerResponse): void =>
    void newest.set(request.socket, {request, response})
  server.on('request', note)
  server.on('checkContinue', note)
  server.on('clientError', (error, socket) => {
    const asked = newest.get(socket)
    const isAnswered = !asked || asked.response.writableFinished
    // An answer that has begun, or is on its way to an earlier request, would be taken for a part of this one.
    const canAnswer = isAnswered || (!asked.response.headersSent && !asked.request.complete)
    if (canAnswer && socket.writable) answerOnSocket(socket, reasonOf(error))
    else socket.destroy()
  })
  server.on('checkExpectation', (request, response) => {
    const expected = String(request.headers.expect).slice(0, 100)
    response.setHeader('connection', 'close')
    answerError(
      response,
      new ApiError(417, 'expectationFailedError', `The lake does not do "${expected}"`),
    )
  })
}

function reasonOf(error: Error & {code?: unknown; reason?: unknown}): ApiError {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return new ApiError(431, 'headersTooLargeError', 'The address and headers are too large')
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return new ApiError(413, 'requestTooLargeError', 'The extensions of a chunk are too large')
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return new ApiError(408, 'requestTimeoutError', 'The request was not sent in time')
    default: {
      const reason = typeof error.reason === 'string' ? error.reason : error.message
      return badRequest(`This is not HTTP: ${reason}`)
    }
  }
}
