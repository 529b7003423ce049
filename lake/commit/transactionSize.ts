import {ApiError} from '../apiError.ts'

/** Characters, about: history keeps each document before and after, and it is held in memory meanwhile. */
const LARGEST = 64_000_000
const BESIDE_TEXT = 4

/** Adds up what a transaction holds. */
export class TransactionSize {
  private size = 0

  /** @throws ApiError 413 when the transaction becomes larger than one may be. */
  add(value: unknown): void {
    const stack: unknown[] = [value]
    while (stack.length > 0) {
      const item = stack.pop()
      this.size += BESIDE_TEXT + (typeof item === 'string' ? item.length : 0)
      if (this.size > LARGEST) throw tooLarge()
      if (typeof item !== 'object' || item === null) continue
      if (!Array.isArray(item)) for (const name of Object.keys(item)) this.size += name.length
      for (const part of Object.values(item)) stack.push(part)
    }
  }
}

const tooLarge = (): ApiError =>
  new ApiError(
    413,
    'transactionTooLargeError',
    'The transaction changes too much at once; divide it into several',
  )
