import type {RawPatch} from 'mendoza'
import {isRecord, type JsonRecord} from '../json.ts'

/*
 * The Mendoza patch format, https://github.com/sanity-io/mendoza/blob/main/docs/format.md: a flat list of opcodes with
 * their operands. Fields are addressed by their place among the sorted names; offsets in strings are UTF-8 bytes.
 */
const OP = {
  value: 0,
  pushFieldCopy: 10,
  pushFieldBlank: 11,
  pushElementCopy: 12,
  returnIntoObjectSameKeyPop: 15,
  returnIntoArrayPop: 16,
  objectSetFieldValue: 17,
  objectDeleteField: 19,
  arrayAppendValue: 20,
  arrayAppendSlice: 21,
  stringAppendString: 22,
  stringAppendSlice: 23,
} as const

/** The patch that makes `after` of `before`: only what differs where both are there, otherwise the whole. */
export function mendozaEncode(before: object | null, after: object | null): RawPatch {
  if (!isRecord(before) || !isRecord(after)) return [OP.value, after]
  return objectPatch(before, after)
}

function objectPatch(before: JsonRecord, after: JsonRecord): unknown[] {
  const names = Object.keys(before).toSorted()
  const patch: unknown[] = []
  for (const [index, name] of names.entries()) {
    if (!Object.hasOwn(after, name)) patch.push(OP.objectDeleteField, index)
    else if (!isSame(before[name], after[name]))
      patch.push(...fieldPatch(index, name, before[name], after[name]))
  }
  for (const [name, value] of Object.entries(after)) {
    if (!Object.hasOwn(before, name)) patch.push(OP.objectSetFieldValue, value, name)
  }
  return patch
}

function fieldPatch(index: number, name: string, before: unknown, after: unknown): unknown[] {
  if (isRecord(before) && isRecord(after)) {
    return [OP.pushFieldCopy, index, ...objectPatch(before, after), OP.returnIntoObjectSameKeyPop]
  }
  const parts = blankPatch(before, after)
  if (!parts) return [OP.objectSetFieldValue, after, name]
  return [OP.pushFieldBlank, index, ...parts, OP.returnIntoObjectSameKeyPop]
}

/** What to append to nothing, taking from the old value what is still in it; `undefined` when there is nothing to take. */
function blankPatch(before: unknown, after: unknown): unknown[] | undefined {
  if (typeof before === 'string' && typeof after === 'string') return stringPatch(before, after)
  if (Array.isArray(before) && Array.isArray(after) && before.length > 0 && after.length > 0) {
    return arrayPatch(before, after)
  }
  return undefined
}

function stringPatch(before: string, after: string): unknown[] | undefined {
  if (!before.isWellFormed() || !after.isWellFormed()) return undefined
  const [old, next] = [Array.from(before), Array.from(after)]
  const {prefix, suffix} = commonEnds(old, next, (a, b) => a === b)
  if (prefix + suffix === 0) return undefined
  const bytes = (characters: readonly string[]): number => Buffer.byteLength(characters.join(''))
  const total = bytes(old)
  const middle = next.slice(prefix, next.length - suffix).join('')
  return [
    ...(prefix > 0 ? [OP.stringAppendSlice, 0, bytes(old.slice(0, prefix))] : []),
    ...(middle === '' ? [] : [OP.stringAppendString, middle]),
    ...(suffix > 0
      ? [OP.stringAppendSlice, total - bytes(old.slice(old.length - suffix)), total]
      : []),
  ]
}

function arrayPatch(before: readonly unknown[], after: readonly unknown[]): unknown[] {
  const {prefix, suffix} = commonEnds(before, after, isSame)
  const places = new Map(
    before.flatMap((item, index) =>
      isRecord(item) && typeof item._key === 'string' ? [[item._key, index] as const] : [],
    ),
  )
  const middle = after.slice(prefix, after.length - suffix).flatMap((item): unknown[] => {
    const place =
      isRecord(item) && typeof item._key === 'string' ? places.get(item._key) : undefined
    const old = place === undefined ? undefined : before[place]
    if (!isRecord(item) || !isRecord(old)) return [OP.arrayAppendValue, item]
    return [OP.pushElementCopy, place, ...objectPatch(old, item), OP.returnIntoArrayPop]
  })
  return [
    ...(prefix > 0 ? [OP.arrayAppendSlice, 0, prefix] : []),
    ...middle,
    ...(suffix > 0 ? [OP.arrayAppendSlice, before.length - suffix, before.length] : []),
  ]
}

function commonEnds<T>(
  before: readonly T[],
  after: readonly T[],
  same: (a: T | undefined, b: T | undefined) => boolean,
): {prefix: number; suffix: number} {
  const limit = Math.min(before.length, after.length)
  let prefix = 0
  while (prefix < limit && same(before[prefix], after[prefix])) prefix += 1
  let suffix = 0
  while (suffix < limit - prefix && same(before.at(-1 - suffix), after.at(-1 - suffix))) suffix += 1
  return {prefix, suffix}
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
