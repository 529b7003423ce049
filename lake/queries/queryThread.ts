import {parentPort} from 'node:worker_threads'
import {ApiError} from '../apiError.ts'
import {createDocumentSet} from '../storage/createDocumentSet.ts'
import {evaluateQuery} from './evaluateQuery.ts'
import type {FromThread, ToThread} from './threadMessages.ts'

/*
 * A thread that keeps the documents a second time and answers queries about them, one after the other, so that one that
 * does not end can be stopped together with its thread.
 */
const documents = createDocumentSet()
const port = parentPort
if (!port) throw new Error('This file is run as a thread of the lake')
const tell = (message: FromThread, handOver: ArrayBuffer[] = []): void =>
  port.postMessage(message, handOver)

port.on('message', (message: ToThread) => {
  switch (message.kind) {
    case 'changes':
      for (const {id, after} of message.changes) {
        if (after) documents.put(after)
        else documents.remove(id)
      }
      return
    case 'filled':
      tell({kind: 'ready'})
      return
    case 'query':
      evaluateQuery(message.request, documents, {timeLimitMs: message.timeLimitMs}).then(
        ({result, syncTags}) => {
          const bytes = new Uint8Array(Buffer.from(result))
          tell({kind: 'answer', answer: {result: bytes, syncTags}}, [bytes.buffer])
        },
        (error: unknown) => tell(outcomeOf(error)),
      )
      return
  }
})

function outcomeOf(error: unknown): FromThread {
  if (!(error instanceof ApiError)) return {kind: 'failure', reason: String(error)}
  const {statusCode, type, message, details} = error
  return {kind: 'refusal', refusal: {statusCode, type, message, details}}
}
