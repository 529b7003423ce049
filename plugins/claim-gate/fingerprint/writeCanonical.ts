import type {FieldShape, GateModel} from '../model/gateModel.ts'
import {isRecord, listAt, textAt, textsAt, type JsonRecord} from '../model/record.ts'
import {writeRuns, type Run} from './blockRuns.ts'
import {canonicalText} from './canonicalText.ts'

type Fields = Readonly<Record<string, FieldShape>>

/** What a walk over one document needs and gathers. */
interface Walk {
  shapes: GateModel['shapes']
  /** Ids of the references in what was written, in order of appearance. */
  references: Set<string>
}

/*
 * Throughout, `code` says whether text is code, which keeps its whitespace, and the empty string that nothing is left.
 */

/** RFC 8785 JSON of a document's material content: of its own `_` fields only `_type` counts. */
export function writeDocument(
  document: JsonRecord,
  fields: Fields | undefined,
  walk: Walk,
): string {
  return writeMembers(document, fields, false, walk, isDocumentKey)
}

type Counts = (key: string) => boolean

const isDocumentKey: Counts = (key) => key === '_type' || !key.startsWith('_')
const isMemberKey: Counts = (key) => key !== '_key'
const isReferenceKey: Counts = (key) =>
  key !== '_key' && key !== '_weak' && key !== '_strengthenOnPublish'
/** What a span may hold besides what every span holds: it counts, and stands before the span's text. */
const isSpanDetail: Counts = (key) => !['_key', '_type', 'text', 'marks'].includes(key)
const isBlockKey: Counts = (key) => key !== '_key' && key !== 'markDefs'

/** `children` stands in for what a block holds under that name. */
function writeMembers(
  value: JsonRecord,
  fields: Fields | undefined,
  code: boolean,
  walk: Walk,
  counts: Counts,
  children?: string,
): string {
  let json = ''
  for (const key of sortedKeys(value)) {
    if (!counts(key)) continue
    const shape = fields && Object.hasOwn(fields, key) ? fields[key] : undefined
    if (shape?.material === false) continue
    const written =
      children !== undefined && key === 'children'
        ? children
        : writeValue(value[key], shape, code, walk)
    if (written !== '') json += `${json === '' ? '' : ','}${nameOf(key)}:${written}`
  }
  return json === '' ? '' : `{${json}}`
}

/** RFC 8785 orders members by their names' UTF-16 code units, which is how `<` and `sort` compare. */
function sortedKeys(value: JsonRecord): string[] {
  const keys = Object.keys(value)
  let last = ''
  for (const key of keys) {
    if (key < last) return keys.toSorted()
    last = key
  }
  return keys
}

/** Names recur from document to document; data that invents ever new ones must not fill the memory. */
const names = new Map<string, string>()
const NAMES = 10_000

function nameOf(key: string): string {
  const known = names.get(key)
  if (known !== undefined) return known
  if (names.size >= NAMES) names.clear()
  const name = JSON.stringify(key)
  names.set(key, name)
  return name
}

/** The empty string stands for a value of which nothing is left. */
function writeValue(
  value: unknown,
  shape: FieldShape | undefined,
  code: boolean,
  walk: Walk,
): string {
  switch (typeof value) {
    case 'string':
      return writeText(value, code)
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : ''
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (Array.isArray(value)) return writeList(value, shape, code, walk)
      return isRecord(value) ? writeRecord(value, shape, code, walk) : ''
    default:
      return ''
  }
}

function writeText(value: string, code: boolean): string {
  const text = canonicalText(value, code)
  return text === '' ? '' : JSON.stringify(text)
}

function writeList(
  values: readonly unknown[],
  list: FieldShape | undefined,
  code: boolean,
  walk: Walk,
): string {
  let json = ''
  for (const value of values) {
    const written = isRecord(value)
      ? writeMember(value, list, code, walk)
      : writeValue(value, undefined, code, walk)
    if (written !== '') json += json === '' ? written : `,${written}`
  }
  return json === '' ? '' : `[${json}]`
}

/** A member of a list: its `_type` says which of the list's shapes is its own. */
function writeMember(
  value: JsonRecord,
  list: FieldShape | undefined,
  code: boolean,
  walk: Walk,
): string {
  const shape = list?.of?.[textAt(value, '_type') ?? 'object']
  return shape?.material === false ? '' : writeRecord(value, shape, code, walk)
}

function writeRecord(
  value: JsonRecord,
  shape: FieldShape | undefined,
  code: boolean,
  walk: Walk,
): string {
  const fields = shape?.fields ?? (shape?.type === undefined ? undefined : walk.shapes[shape.type])
  if (typeof value._ref === 'string') {
    const elsewhere = typeof value._dataset === 'string' || typeof value._projectId === 'string'
    if (!elsewhere) walk.references.add(value._ref)
    return writeMembers(value, fields, false, walk, isReferenceKey)
  }
  if (isBlock(value)) return writeBlock(value, fields, walk)
  return writeMembers(value, fields, code || value._type === 'code', walk, isMemberKey)
}

function isBlock(value: JsonRecord): boolean {
  return (
    Array.isArray(value.children) &&
    value.children.some((child) => isRecord(child) && child._type === 'span')
  )
}

/** Portable Text: annotations stand where they are used, without keys; those that nothing uses do not count. */
function writeBlock(block: JsonRecord, fields: Fields | undefined, walk: Walk): string {
  const definitions = listAt(block, 'markDefs').filter(isRecord)
  const writeMark: WriteMark = (mark, references) => {
    const definition = definitions.find(({_key}) => _key === mark)
    return definition
      ? writeMember(definition, fields?.markDefs, false, {...walk, references})
      : JSON.stringify(mark)
  }
  const runs: Run[] = []
  for (const child of listAt(block, 'children')) {
    if (isRecord(child)) runs.push(...readRuns(child, writeMark, fields?.children, walk))
    else runs.push(...inlineRuns(writeValue(child, undefined, false, walk)))
  }
  return writeMembers(block, fields, false, walk, isBlockKey, writeRuns(runs, walk.references))
}

type WriteMark = (mark: string, references: Set<string>) => string

function readRuns(
  child: JsonRecord,
  writeMark: WriteMark,
  inline: FieldShape | undefined,
  walk: Walk,
): Run[] {
  if (child._type !== 'span') return inlineRuns(writeMember(child, inline, false, walk))
  const details = inlineRuns(writeMembers(child, undefined, false, walk, isSpanDetail))
  const text = textAt(child, 'text') ?? ''
  if (text === '') return details
  const used = textsAt(child, 'marks')
  const references = new Set<string>()
  if (used.length === 0) return [...details, {text, marks: '', code: false, references}]
  const marks = new Set(
    used.map((mark) => writeMark(mark, references)).filter((mark) => mark !== ''),
  )
  const code = used.includes('code')
  return [...details, {text, marks: [...marks].toSorted().join(','), code, references}]
}

function inlineRuns(object: string): Run[] {
  return object === '' ? [] : [{object}]
}
