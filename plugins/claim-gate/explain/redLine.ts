import {toPlainText} from '@portabletext/toolkit'
import {diffArrays} from 'diff'
import {isRecord, type JsonRecord} from '../model/record.ts'

/** A stretch of text that was kept, added or removed. */
export interface RedLinePart {
  value: string
  change: 'kept' | 'added' | 'removed'
}

/** One field that differs. `reference` holds ids, whose titles the reader must be shown. */
export type RedLineRow =
  | {kind: 'text'; path: readonly string[]; parts: readonly RedLinePart[]}
  | {kind: 'reference'; path: readonly string[]; removed?: string; added?: string}
  | {kind: 'marks'; path: readonly string[]}

/** Words as a reader sees them: `36.4` and `1,248` are one word, as a number must never be marked in part. */
const segmenter = new Intl.Segmenter('en', {granularity: 'word'})

/** Field by field, word by word, what differs between two canonical contents; `before` is absent for a new document. */
export function redLine(before: string | undefined, after: string | undefined): RedLineRow[] {
  return compare(parse(before), parse(after), [])
}

function parse(json: string | undefined): unknown {
  const value: unknown = json === undefined ? undefined : JSON.parse(json)
  return value
}

function compare(before: unknown, after: unknown, path: readonly string[]): RedLineRow[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  if (isReference(before) || isReference(after)) return [referenceRow(before, after, path)]
  if (isText(before) || isText(after)) return textRow(plain(before), plain(after), path)
  if (Array.isArray(before) || Array.isArray(after))
    return compareLists(asList(before), asList(after), path)
  if (isRecord(before) || isRecord(after))
    return compareRecords(asRecord(before), asRecord(after), path)
  return textRow(plain(before), plain(after), path)
}

function compareRecords(
  before: JsonRecord,
  after: JsonRecord,
  path: readonly string[],
): RedLineRow[] {
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])].filter(
    (key) => key !== '_type',
  )
  const rows = keys.flatMap((key) => compare(before[key], after[key], [...path, key]))
  return rows.length > 0 ? rows : [{kind: 'marks', path}]
}

/** Members that stand in both lists are left out; of the others, what came is set against what went. */
function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly string[],
): RedLineRow[] {
  const rows: RedLineRow[] = []
  let removed: unknown[] = []
  const flush = (added: readonly unknown[]): void => {
    const length = Math.max(removed.length, added.length)
    for (let at = 0; at < length; at++) rows.push(...compare(removed[at], added[at], path))
    removed = []
  }
  for (const change of diffArrays([...before], [...after], {comparator: isSame})) {
    if (change.removed) removed = change.value
    else flush(change.added ? change.value : [])
  }
  flush([])
  return rows.length > 0 ? rows : [{kind: 'marks', path}]
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const asRecord = (value: unknown): JsonRecord => (isRecord(value) ? value : {})

function isReference(value: unknown): value is {_ref: string} {
  return isRecord(value) && typeof value._ref === 'string'
}

function referenceRow(before: unknown, after: unknown, path: readonly string[]): RedLineRow {
  return {
    kind: 'reference',
    path,
    ...(isReference(before) ? {removed: before._ref} : {}),
    ...(isReference(after) ? {added: after._ref} : {}),
  }
}

/** Portable Text reads as text. */
function isText(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isBlock)
}

function isBlock(value: unknown): value is {_type: string; children: {_type: string}[]} {
  return isRecord(value) && typeof value._type === 'string' && Array.isArray(value.children)
}

function plain(value: unknown): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return toPlainText(value.filter(isBlock))
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function textRow(before: string, after: string, path: readonly string[]): RedLineRow[] {
  if (before === after) return [{kind: 'marks', path}]
  const parts = diffArrays(words(before), words(after)).map((part): RedLinePart => {
    const change = part.added ? 'added' : part.removed ? 'removed' : 'kept'
    return {value: part.value.join(''), change}
  })
  return [{kind: 'text', path, parts}]
}

const words = (text: string): string[] => [...segmenter.segment(text)].map(({segment}) => segment)
