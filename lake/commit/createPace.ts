import {setImmediate} from 'node:timers/promises'
import {ApiError} from '../apiError.ts'

/** Keeps the work of one request from holding up all others. */
export interface Pace {
  /** To be called before every piece of work that cannot be interrupted. Throws 408 when it goes on for too long. */
  check: () => void
  /** Lets others have their turn, if it is time. */
  rest: () => Promise<void>
}

/** Without a rest: reading documents, and every other request, waits meanwhile. */
const AT_A_STRETCH_MS = 1000
const UNNOTICED_MS = 10

/** Starts the time of one request. */
export function createPace(limitMs: number): Pace {
  const start = performance.now()
  let rested = start
  return {
    check() {
      const now = performance.now()
      if (now - start > limitMs) throw tookTooLong(limitMs)
      if (now - rested > AT_A_STRETCH_MS) throw tookTooLong(AT_A_STRETCH_MS)
    },
    async rest() {
      if (performance.now() - rested < UNNOTICED_MS) return
      await setImmediate()
      rested = performance.now()
    },
  }
}

export const tookTooLong = (limitMs: number): ApiError =>
  new ApiError(
    408,
    'requestTimeoutError',
    `Working out the changes took longer than ${limitMs} ms; nothing was changed. Divide it into several, or name fewer paths`,
  )
