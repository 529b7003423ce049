import type {GateDocument} from '../model/gateModel.ts'
import {isRecord, listAt, textAt, type JsonRecord} from '../model/record.ts'

/**
 * The document that canonical content was read from, so far as it counts: its canonical content is this content again.
 * Annotations, which canonical content holds where they are used, are given keys and become definitions.
 */
export function documentOf(
  identity: Pick<GateDocument, '_id' | '_type' | '_rev'>,
  content: JsonRecord,
): GateDocument {
  return {...mapMembers(content, restore), ...identity}
}

function mapMembers(record: JsonRecord, map: (value: unknown) => unknown): JsonRecord {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]))
}

function restore(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restore)
  if (!isRecord(value)) return value
  return isBlock(value) ? restoreBlock(value) : mapMembers(value, restore)
}

function isBlock(value: JsonRecord): boolean {
  return textAt(value, '_ref') === undefined && listAt(value, 'children').some(isSpan)
}

function isSpan(value: unknown): value is JsonRecord {
  return isRecord(value) && value._type === 'span'
}

function restoreBlock(block: JsonRecord): JsonRecord {
  const definitions = new Map<string, JsonRecord>()
  const restoreMark = (mark: unknown): unknown => {
    if (!isRecord(mark)) return mark
    // Its own text as its key: no decorator is called that.
    const _key = JSON.stringify(mark)
    definitions.set(_key, {...mapMembers(mark, restore), _key})
    return _key
  }
  const children = listAt(block, 'children').map((child) =>
    isSpan(child) ? {...child, marks: listAt(child, 'marks').map(restoreMark)} : restore(child),
  )
  const rest = mapMembers(block, restore)
  return {...rest, children, markDefs: [...definitions.values()]}
}
