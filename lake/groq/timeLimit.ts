import {ApiError} from '../apiError.ts'

const STEPS_BETWEEN_LOOKS = 256

const clock = {deadline: Number.POSITIVE_INFINITY, steps: 0}

/** Runs something that counts its steps, and stops it with an error of the client's when its time is up. */
export function withinTime<T>(milliseconds: number, run: () => T): T {
  const outer = clock.deadline
  clock.deadline = Math.min(outer, performance.now() + milliseconds)
  try {
    return run()
  } finally {
    clock.deadline = outer
  }
}

/** Counts one step, and now and then looks at the clock. */
export function step(): void {
  clock.steps += 1
  if (clock.steps % STEPS_BETWEEN_LOOKS === 0 && performance.now() > clock.deadline) {
    throw tookTooLong()
  }
}

export const TIMEOUT_ERROR = 'queryTimeoutError'

export const tookTooLong = (): ApiError =>
  new ApiError(
    408,
    TIMEOUT_ERROR,
    'The query took longer than it may; make it simpler or ask for less',
  )
