import type {ApiError} from '../apiError.ts'
import {tookTooLong} from './createPace.ts'

/** Runs one thing after the other, each for no longer than it may. */
export type Watch = <T>(run: () => Promise<T>) => Promise<T>

/**
 * Creates a watch that answers 408 in place of what takes too long: one request must not keep all others waiting. It
 * has a single timer, wound up again for each, since setting one costs more than working out most changes.
 */
export function createWatch(limitMs: number): Watch {
  let refuse: ((error: ApiError) => void) | undefined
  let timer: NodeJS.Timeout | undefined
  const expire = (): void => refuse?.(tookTooLong(limitMs))
  return async (run) => {
    if (timer) timer.refresh()
    else timer = setTimeout(expire, limitMs).unref()
    try {
      return await new Promise((resolve, reject) => {
        refuse = reject
        run().then(resolve, reject)
      })
    } finally {
      refuse = undefined
    }
  }
}
