import {ApiError} from '../apiError.ts'

/** An image may need half a gigabyte while it is worked on: few at once, of whichever lake, since it is one memory. */
const AT_ONCE = 2
const MOST_WAITING = 500
/** What those that work or wait hold already. */
const MOST_HELD_BYTES = 256 * 1024 * 1024

const waiting: (() => void)[] = []
let running = 0
let held = 0

/**
 * Works on an image when its turn has come; `holding` bytes from now on.
 * @throws ApiError 429 when too many wait already.
 */
export async function inTurn<T>(work: () => Promise<T>, holding = 0): Promise<T> {
  if (held + holding > MOST_HELD_BYTES) throw tooBusy()
  held += holding
  try {
    return await whenFree(work)
  } finally {
    held -= holding
  }
}

async function whenFree<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) throw tooBusy()
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

const tooBusy = (): ApiError =>
  new ApiError(429, 'tooManyImagesError', 'Too many images are worked on; ask again later')
