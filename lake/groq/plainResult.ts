import {ApiError} from '../apiError.ts'
import {Special} from './closures/special.ts'
import {step} from './timeLimit.ts'

export const RESULT_TOO_LARGE = 'resultTooLargeError'

/** Characters, about: what an object, a list, a number or a name weighs beside its text. */
const BESIDE_TEXT = 4

/**
 * The value of a query as JSON has it: dates and paths become text. What needs no change is not copied.
 * @param largest characters, about.
 * @throws ApiError 413 for a result that is larger, such as all documents in each document.
 */
export function plainResult(value: unknown, largest: number): unknown {
  let size = 0
  const grow = (characters: number): void => {
    step()
    size += characters + BESIDE_TEXT
    if (size > largest)
      throw new ApiError(413, RESULT_TOO_LARGE, 'The result is too large; ask for less')
  }
  const plain = (item: unknown): unknown => {
    grow(typeof item === 'string' ? item.length : 0)
    if (typeof item !== 'object' || item === null) return item
    if (Array.isArray(item)) return plainList(item, plain)
    if (item instanceof Special) return Special.textOf(item)
    if ('toJSON' in item && typeof item.toJSON === 'function') {
      const text: unknown = item.toJSON()
      return text
    }
    return plainObject(item, plain, grow)
  }
  return plain(value)
}

function plainList(list: readonly unknown[], plain: (item: unknown) => unknown): unknown {
  const copy = list.map(plain)
  return copy.every((item, index) => item === list[index]) ? list : copy
}

function plainObject(
  object: object,
  plain: (item: unknown) => unknown,
  grow: (characters: number) => void,
): unknown {
  let changed = false
  const entries = Object.entries(object).map(([key, item]): [string, unknown] => {
    grow(key.length)
    const value = plain(item)
    changed ||= value !== item
    return [key, value]
  })
  return changed ? Object.fromEntries(entries) : object
}
