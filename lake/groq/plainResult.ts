import {Special} from './closures/special.ts'
import {step} from './timeLimit.ts'

/** Characters, about. */
const LARGEST = 100_000_000
/** What an object or a list weighs beside its texts. */
const OBJECT = 10

/**
 * The value of a query as JSON has it: dates and paths become text. What needs no change is not copied.
 * @throws RangeError for a result that no answer could hold, such as all documents in each document.
 */
export function plainResult(value: unknown): unknown {
  let size = 0
  const grow = (by: number): void => {
    size += by
    if (size > LARGEST) throw new RangeError('The result is too large')
  }
  const plain = (item: unknown): unknown => {
    if (typeof item === 'string') grow(item.length)
    if (typeof item !== 'object' || item === null) return item
    step()
    grow(OBJECT)
    if (Array.isArray(item)) return plainList(item, plain)
    if (item instanceof Special) return Special.textOf(item)
    if ('toJSON' in item && typeof item.toJSON === 'function') {
      const text: unknown = item.toJSON()
      return text
    }
    return plainObject(item, plain)
  }
  return plain(value)
}

function plainList(list: readonly unknown[], plain: (item: unknown) => unknown): unknown {
  const copy = list.map(plain)
  return copy.every((item, index) => item === list[index]) ? list : copy
}

function plainObject(object: object, plain: (item: unknown) => unknown): unknown {
  let changed = false
  const entries = Object.entries(object).map(([key, item]): [string, unknown] => {
    const value = plain(item)
    changed ||= value !== item
    return [key, value]
  })
  return changed ? Object.fromEntries(entries) : object
}
