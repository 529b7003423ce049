import {setImmediate} from 'node:timers/promises'
import {Worker} from 'node:worker_threads'
import {ApiError} from '../apiError.ts'
import {tookTooLong} from '../groq/timeLimit.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {DocumentChange} from '../storage/storage.ts'
import type {QueryAnswer, QueryRequest} from './evaluateQuery.ts'
import type {FromThread, ToThread} from './threadMessages.ts'

/** A query thread as the pool sees it. */
export interface Seat {
  /** Settles when it has all documents; fails when it ends before. */
  ready: Promise<void>
  share(changes: readonly Pick<DocumentChange, 'id' | 'after'>[]): void
  /** One at a time. */
  run(request: QueryRequest, timeLimitMs: number): Promise<QueryAnswer>
  end(): Promise<void>
}

type Take = (message: FromThread) => void

/** Documents sent at a time while others are served between. */
const CHUNK = 500
/** A thread that counts its steps stops itself; one that cannot is ended so much later. */
const GRACE_MS = 500
/** Megabytes. What a query needs beyond this ends its thread and nothing else. */
const MEMORY = 2048

/** Beside this file: as it was written, or as it was compiled for those who install the package. */
const THREAD = new URL(
  import.meta.url.endsWith('.ts') ? './queryThread.ts' : './queryThread.js',
  import.meta.url,
)

/** Starts a thread and fills it with the documents; `onEnd` is called as soon as it is of no more use, however it ends. */
export function createSeat(documents: DocumentSet, onEnd: () => void): Seat {
  const worker = new Worker(THREAD, {
    resourceLimits: {maxOldGenerationSizeMb: MEMORY},
  })
  worker.unref()
  const tell = (message: ToThread): void => worker.postMessage(message, [])
  const pending: {take?: Take | undefined; fail?: (reason: Error) => void} = {}
  const ended = {reason: new Error('The thread was ended')}
  const next = (): Promise<FromThread> =>
    new Promise((take, fail) => Object.assign(pending, {take, fail}))
  worker.on('message', (message: FromThread) => pending.take?.(message))
  worker.on('error', (error) => Object.assign(ended, {reason: explained(error)}))
  const leave = (): void => {
    pending.take = undefined
    onEnd()
  }
  worker.on('exit', () => {
    onEnd()
    pending.fail?.(ended.reason)
  })
  const fill = async (): Promise<void> => {
    const isReady = next()
    isReady.catch(() => undefined)
    const ids = Array.from(documents.all(), ({_id}) => _id)
    for (let start = 0; start < ids.length; start += CHUNK) {
      const found = ids.slice(start, start + CHUNK).flatMap((id) => documents.get(id) ?? [])
      tell({kind: 'changes', changes: found.map((after) => ({id: after._id, after}))})
      await setImmediate()
    }
    tell({kind: 'filled'})
    await isReady
  }
  return {
    ready: fill(),
    share: (changes) =>
      tell({
        kind: 'changes',
        changes: changes.map(({id, after}) => (after ? {id, after} : {id})),
      }),
    async run(request, timeLimitMs) {
      const timer = setTimeout(() => {
        ended.reason = tookTooLong()
        leave()
        void worker.terminate()
      }, timeLimitMs + GRACE_MS)
      try {
        const answer = next()
        tell({kind: 'query', request, timeLimitMs})
        return outcome(await answer)
      } finally {
        clearTimeout(timer)
      }
    },
    async end() {
      await worker.terminate()
    },
  }
}

function outcome(message: FromThread): QueryAnswer {
  if (message.kind === 'answer') return message.answer
  if (message.kind === 'refusal') {
    const {statusCode, type, message: description, details} = message.refusal
    throw new ApiError(statusCode, type, description, details)
  }
  throw new Error(message.kind === 'failure' ? message.reason : 'The thread said nothing of use')
}

function explained(error: Error & {code?: unknown}): Error {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error
  return new ApiError(
    413,
    'queryTooLargeError',
    'The query needs more memory than it may; make it simpler or ask for less',
  )
}
