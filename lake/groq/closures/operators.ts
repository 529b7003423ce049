import {joinLists, joinTexts} from './sizeLimit.ts'
import {Instant, plusSeconds} from './special.ts'
import {finite, isEqual, isObject, partialCompare} from './values.ts'

type Operator = (left: unknown, right: unknown) => unknown

const compared =
  (is: (order: number) => boolean): Operator =>
  (left, right) => {
    const order = partialCompare(left, right)
    return order === null ? null : is(order)
  }

const ofNumbers =
  (calculate: (left: number, right: number) => number): Operator =>
  (left, right) =>
    typeof left === 'number' && typeof right === 'number' ? finite(calculate(left, right)) : null

/** Every operator but `match` and `in`, which have files of their own. */
export const OPERATORS: Readonly<Record<string, Operator>> = {
  '==': isEqual,
  '!=': (left, right) => !isEqual(left, right),
  '>': compared((order) => order > 0),
  '>=': compared((order) => order >= 0),
  '<': compared((order) => order < 0),
  '<=': compared((order) => order <= 0),
  '+': plus,
  '-': minus,
  '*': ofNumbers((left, right) => left * right),
  '/': ofNumbers((left, right) => left / right),
  '%': ofNumbers((left, right) => left % right),
  '**': ofNumbers((left, right) => left ** right),
}

export function isInRange(
  value: unknown,
  from: unknown,
  to: unknown,
  isInclusive: boolean,
): unknown {
  const [left, right] = [partialCompare(value, from), partialCompare(value, to)]
  if (left === null || right === null) return null
  return left >= 0 && (isInclusive ? right <= 0 : right < 0)
}

function plus(left: unknown, right: unknown): unknown {
  if (typeof left === 'string') return typeof right === 'string' ? joinTexts(left, right) : null
  if (typeof left === 'number') {
    if (typeof right === 'number') return finite(left + right)
    return right instanceof Instant ? plusSeconds(right, left) : null
  }
  if (left instanceof Instant) return typeof right === 'number' ? plusSeconds(left, right) : null
  if (Array.isArray(left)) return Array.isArray(right) ? joinLists(left, right) : null
  return isObject(left) && isObject(right) ? {...left, ...right} : null
}

function minus(left: unknown, right: unknown): unknown {
  if (typeof left === 'number') return typeof right === 'number' ? finite(left - right) : null
  if (!(left instanceof Instant)) return null
  if (typeof right === 'number') return plusSeconds(left, -right)
  return right instanceof Instant
    ? finite((Instant.timeOf(left) - Instant.timeOf(right)) / 1000)
    : null
}
