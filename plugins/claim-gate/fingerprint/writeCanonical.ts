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

/** Where a value stands: its shape, and whether its text is code, which keeps its whitespace. */
interface Place {
  shape: FieldShape | undefined
  code: boolean
}

/** RFC 8785 JSON of a document's material content: of its own `_` fields only `_type` counts. */
export function writeDocument(
  document: JsonRecord,
  fields: Fields | undefined,
  walk: Walk,
): string {
  return writeMembers(document, (key) =>
    key.startsWith('_') && key !== '_type' ? '' : writeField(document, key, fields, false, walk),
  )
}

/** RFC 8785 orders members by their names' UTF-16 code units, which is the default order of `sort`. */
function writeMembers(value: JsonRecord, write: (key: string) => string): string {
  let json = ''
  for (const key of Object.keys(value).toSorted()) {
    const written = write(key)
    if (written !== '') json += `${json === '' ? '' : ','}${JSON.stringify(key)}:${written}`
  }
  return json === '' ? '' : `{${json}}`
}

function writeField(
  value: JsonRecord,
  key: string,
  fields: Fields | undefined,
  code: boolean,
  walk: Walk,
): string {
  const shape = fields && Object.hasOwn(fields, key) ? fields[key] : undefined
  return shape?.material === false ? '' : writeValue(value[key], {shape, code}, walk)
}

/** The empty string stands for a value of which nothing is left. */
function writeValue(value: unknown, place: Place, walk: Walk): string {
  switch (typeof value) {
    case 'string':
      return writeText(value, place.code)
    case 'number':
      return Number.isFinite(value) ? JSON.stringify(value) : ''
    case 'boolean':
      return value ? 'true' : 'false'
    case 'object':
      if (Array.isArray(value)) return writeList(value, place, walk)
      return isRecord(value) ? writeRecord(value, place, walk) : ''
    default:
      return ''
  }
}

function writeText(value: string, code: boolean): string {
  const text = canonicalText(value, code)
  return text === '' ? '' : JSON.stringify(text)
}

function writeList(values: readonly unknown[], {shape, code}: Place, walk: Walk): string {
  let json = ''
  for (const value of values) {
    const written = isRecord(value)
      ? writeMember(value, shape, code, walk)
      : writeValue(value, {shape: undefined, code}, walk)
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
  return shape?.material === false ? '' : writeRecord(value, {shape, code}, walk)
}

function writeRecord(value: JsonRecord, place: Place, walk: Walk): string {
  const {shape} = place
  const fields = shape?.fields ?? (shape?.type === undefined ? undefined : walk.shapes[shape.type])
  const code = place.code || value._type === 'code'
  if (typeof value._ref === 'string') return writeReference(value, value._ref, fields, walk)
  if (isBlock(value)) return writeBlock(value, fields, walk)
  return writeMembers(value, (key) =>
    key === '_key' ? '' : writeField(value, key, fields, code, walk),
  )
}

function writeReference(
  value: JsonRecord,
  id: string,
  fields: Fields | undefined,
  walk: Walk,
): string {
  const elsewhere = typeof value._dataset === 'string' || typeof value._projectId === 'string'
  if (!elsewhere) walk.references.add(id)
  return writeMembers(value, (key) =>
    key === '_key' || key === '_weak' || key === '_strengthenOnPublish'
      ? ''
      : writeField(value, key, fields, false, walk),
  )
}

function isBlock(value: JsonRecord): boolean {
  return listAt(value, 'children').some((child) => isRecord(child) && child._type === 'span')
}

/** Portable Text: annotations stand where they are used, without keys; those that nothing uses do not count. */
function writeBlock(block: JsonRecord, fields: Fields | undefined, walk: Walk): string {
  const definitions = new Map(
    listAt(block, 'markDefs')
      .filter(isRecord)
      .map((definition) => [textAt(definition, '_key') ?? '', definition]),
  )
  const writeMark = (mark: string): string => {
    const definition = definitions.get(mark)
    return definition
      ? writeMember(definition, fields?.markDefs, false, walk)
      : JSON.stringify(mark)
  }
  const runs = listAt(block, 'children')
    .filter(isRecord)
    .flatMap((child) => readRun(child, writeMark, fields?.children, walk))
  return writeMembers(block, (key) => {
    if (key === '_key' || key === 'markDefs') return ''
    return key === 'children' ? writeRuns(runs) : writeField(block, key, fields, false, walk)
  })
}

function readRun(
  child: JsonRecord,
  writeMark: (mark: string) => string,
  inline: FieldShape | undefined,
  walk: Walk,
): Run[] {
  if (child._type !== 'span') {
    const object = writeMember(child, inline, false, walk)
    return object === '' ? [] : [{object}]
  }
  const text = textAt(child, 'text') ?? ''
  if (text === '') return []
  const names = textsAt(child, 'marks')
  const marks = names.map(writeMark).filter((mark) => mark !== '')
  return [{text, marks: [...new Set(marks)].toSorted().join(','), code: names.includes('code')}]
}
