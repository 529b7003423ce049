import {ApiError} from '../apiError.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {DocumentChange} from '../storage/storage.ts'
import {createSeat, type Seat} from './createSeat.ts'
import type {QueryAnswer, QueryRequest} from './evaluateQuery.ts'

export interface QueryPool {
  /** Tells every thread what a transaction changed, before anyone is answered about it. */
  share(changes: readonly DocumentChange[]): void
  /** Runs a query on a thread of its own as soon as one is free. */
  run(request: QueryRequest, patience: Patience): Promise<QueryAnswer>
  close(): Promise<void>
}

/** Each thread keeps all documents once more; a second one, so that one runaway holds up no other slow query. */
const MOST_THREADS = 2
const MOST_WAITING = 64
/** Who waits for a thread to start waits so much longer at most: a start that fails or hangs holds nobody up for ever. */
const START_MS = 5000
/** A thread without work gives its memory back. */
const IDLE_MS = 60_000

/** How long a query may take, and for how long it waits until it is its turn; while a thread starts, for longer. */
export interface Patience {
  timeLimitMs: number
  waitMs: number
  /** It goes before those that wait already, since others wait for it in their turn. */
  isUrgent: boolean
}

interface Job {
  request: QueryRequest
  timeLimitMs: number
  resolve: (answer: QueryAnswer) => void
  reject: (reason: unknown) => void
  timer: NodeJS.Timeout
}

/** Creates a pool without threads: the first query that is given to it starts one. */
export function createQueryPool(documents: DocumentSet): QueryPool {
  const seats = new Set<Seat>()
  /** Those without work, and when they may go. */
  const free = new Map<Seat, NodeJS.Timeout>()
  let filling = 0
  let waiting: Job[] = []
  let closed = false

  const addSeat = (): void => {
    const seat: Seat = createSeat(documents, () => forget(seat))
    seats.add(seat)
    filling += 1
    seat.ready
      .then(
        () => release(seat),
        (error: unknown) => {
          const job = waiting.shift()
          clearTimeout(job?.timer)
          job?.reject(error)
        },
      )
      .finally(() => {
        filling -= 1
        dispatch()
      })
  }

  const forget = (seat: Seat): void => {
    seats.delete(seat)
    take(seat)
  }

  const take = (seat: Seat): void => {
    clearTimeout(free.get(seat))
    free.delete(seat)
  }

  const release = (seat: Seat): void => {
    if (!seats.has(seat)) return
    const retire = (): void => {
      forget(seat)
      void seat.end()
    }
    free.set(seat, setTimeout(retire, IDLE_MS).unref())
  }

  const work = async (seat: Seat, job: Job): Promise<void> => {
    take(seat)
    clearTimeout(job.timer)
    try {
      job.resolve(await seat.run(job.request, job.timeLimitMs))
    } catch (error) {
      job.reject(error)
    }
    release(seat)
    dispatch()
  }

  const dispatch = (): void => {
    for (const seat of free.keys()) {
      const job = waiting.shift()
      if (!job) return
      void work(seat, job)
    }
    if (waiting.length > filling && seats.size < MOST_THREADS) addSeat()
  }

  return {
    share: (changes) => seats.forEach((seat) => seat.share(changes)),
    run: (request, {timeLimitMs, waitMs, isUrgent}) =>
      new Promise((resolve, reject) => {
        if (closed || (waiting.length >= MOST_WAITING && !isUrgent)) {
          reject(tooBusy())
          return
        }
        const asked = performance.now()
        const giveUp = (): void => {
          const left = asked + waitMs + START_MS - performance.now()
          if (filling > 0 && left > 0) {
            job.timer = setTimeout(giveUp, Math.min(waitMs, left))
            return
          }
          waiting = waiting.filter((other) => other !== job)
          reject(tooBusy())
        }
        const job: Job = {request, timeLimitMs, resolve, reject, timer: setTimeout(giveUp, waitMs)}
        if (isUrgent) waiting.unshift(job)
        else waiting.push(job)
        dispatch()
      }),
    async close() {
      closed = true
      for (const {reject, timer} of waiting.splice(0)) {
        clearTimeout(timer)
        reject(tooBusy())
      }
      await Promise.all(Array.from(seats, (seat) => seat.end()))
    },
  }
}

const tooBusy = (): ApiError =>
  new ApiError(429, 'tooManyQueriesError', 'Too many slow queries at once; ask again later')
