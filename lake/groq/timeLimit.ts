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

/** Counts one step, or several for a long one, and now and then looks at the clock. */
export function step(weight = 1): void {
  clock.steps += weight
  if (clock.steps < STEPS_BETWEEN_LOOKS) return
  lookAtClock()
}

/** For what is long however few steps it has. */
export function lookAtClock(): void {
  clock.steps = 0
  if (performance.now() > clock.deadline) throw tookTooLong()
}

/** Of a list that is only gone through. */
export const ITEMS_IN_A_STEP = 16
const CHARACTERS_IN_A_STEP = 1024

/** Counts what it takes to go through a text. */
export const stepThrough = (text: string): void => step(1 + text.length / CHARACTERS_IN_A_STEP)

export const TIMEOUT_ERROR = 'queryTimeoutError'

export const tookTooLong = (): ApiError =>
  new ApiError(
    408,
    TIMEOUT_ERROR,
    'The query took longer than it may; make it simpler or ask for less',
  )
