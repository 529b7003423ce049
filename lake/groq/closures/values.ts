import {Instant, Special} from './special.ts'

type Fields = Readonly<Record<string, unknown>>

export const isObject = (value: unknown): value is Fields =>
  hasFields(value) && !(value instanceof Special)

const hasFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads a field of an object; `null` for anything else. */
export function fieldReader(name: string): (value: unknown) => unknown {
  // Every object has these from its prototype.
  if (name in Object.prototype) {
    return (value) => (isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null)
  }
  return (value) => (hasFields(value) ? (value[name] ?? null) : null)
}

export function isEqual(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || a === null) return a === b || (a ?? null) === (b ?? null)
  return a instanceof Instant && b instanceof Instant && Instant.timeOf(a) === Instant.timeOf(b)
}

/** How two values of one type follow each other; `null` where that cannot be told. */
export function partialCompare(a: unknown, b: unknown): number | null {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : Number(a > b)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (a instanceof Instant && b instanceof Instant) return Instant.timeOf(a) - Instant.timeOf(b)
  return null
}

/** The order of `order()`: moments, numbers, texts, truth values, then everything else. */
export function totalCompare(a: unknown, b: unknown): number {
  const [first, second] = [typeRank(a), typeRank(b)]
  return first === second ? (partialCompare(a, b) ?? 0) : first - second
}

function typeRank(value: unknown): number {
  switch (typeof value) {
    case 'number':
      return 2
    case 'string':
      return 3
    case 'boolean':
      return 4
    default:
      return value instanceof Instant ? 1 : 100
  }
}

export const finite = (number: number): number | null => (Number.isFinite(number) ? number : null)

/** The text of a number, text, truth value or moment; `undefined` for anything else. */
export function scalarText(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return value instanceof Instant ? Special.textOf(value) : undefined
}
