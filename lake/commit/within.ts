import {ApiError} from '../apiError.ts'

/** What a promise gives, or 408 when it takes longer than it may: one request must not keep all others waiting. */
export function within<T>(promise: Promise<T>, limitMs: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(
        new ApiError(
          408,
          'requestTimeoutError',
          `Working out the changes took longer than ${limitMs} ms; nothing was changed`,
        ),
      )
    }, limitMs)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
