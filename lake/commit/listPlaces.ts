import {extractWithPath} from '@sanity/mutator'
import {isRecord, type JsonRecord} from '../json.ts'
import type {Places} from './jsonMatchPath.ts'

/** Where new members go: before the first, after the last, or instead of all that were chosen. */
export type Where = 'before' | 'after' | 'replace'

/** Puts members into the lists; what is no list stays as it is. */
export function insertAt(
  document: JsonRecord,
  {lists, selectors}: Places,
  where: Where,
  items: readonly unknown[],
): JsonRecord {
  return changeLists(document, lists, (list) => {
    const chosen = existing(list, selectors)
    if (where === 'replace') {
      const [first] = chosen
      if (first === undefined) return list
      const kept = (from: number, to?: number): unknown[] =>
        list.slice(from, to).filter((_, index) => !chosen.includes(from + index))
      return [...kept(0, first), ...items, ...kept(first)]
    }
    const asked = [...chosen, ...nearest(list, selectors)].toSorted((a, b) => a - b)
    const place = where === 'before' ? asked[0] : asked.at(-1)
    if (place === undefined) return list
    return list.toSpliced(Math.max(0, where === 'before' ? place : place + 1), 0, ...items)
  })
}

/** Sets the chosen members; members that are not there are not made. */
export function setAt(
  document: JsonRecord,
  {lists, selectors}: Places,
  value: unknown,
): JsonRecord {
  return changeLists(document, lists, (list) => {
    const chosen = existing(list, selectors)
    return list.map((member, index) => (chosen.includes(index) ? value : member))
  })
}

/** The members that are there, in order; ranges end before their end. */
function existing(list: readonly unknown[], selectors: readonly string[]): number[] {
  const chosen = selectors.flatMap((selector) => {
    const [from = '', to] = selector.split(':')
    const start = from === '' ? 0 : counted(list, from)
    if (to === undefined) return [start]
    const end = Math.min(list.length, to === '' ? list.length : counted(list, to))
    return Array.from({length: Math.max(0, end - start)}, (_, index) => start + index)
  })
  const there = chosen.filter((place) => place >= 0 && place < list.length)
  return [...new Set(there)].toSorted((a, b) => a - b)
}

/** A single place outside of the list stands for the end that it lies beyond, so that an empty list can be filled. */
const nearest = (list: readonly unknown[], selectors: readonly string[]): number[] =>
  selectors
    .filter((selector) => !selector.includes(':'))
    .map((selector) => Math.min(list.length, Math.max(-1, counted(list, selector))))

const counted = (list: readonly unknown[], place: string): number =>
  place.startsWith('-') ? list.length + Number(place) : Number(place)

function changeLists(
  document: JsonRecord,
  path: string,
  change: (list: readonly unknown[]) => readonly unknown[],
): JsonRecord {
  let changed = document
  for (const found of extractWithPath(path, document)) {
    const result = rebuilt(changed, found.path, change)
    if (isRecord(result)) changed = result
  }
  return changed
}

function rebuilt(
  value: unknown,
  [step, ...rest]: readonly unknown[],
  change: (list: readonly unknown[]) => readonly unknown[],
): unknown {
  if (step === undefined) return Array.isArray(value) ? change(value) : value
  if (Array.isArray(value)) {
    return value.map((member: unknown, index) =>
      index === step ? rebuilt(member, rest, change) : member,
    )
  }
  if (!isRecord(value) || typeof step !== 'string') return value
  return {...value, [step]: rebuilt(value[step], rest, change)}
}
