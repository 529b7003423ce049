import {isRecord, listAt, textAt, type JsonRecord} from './record.ts'

/**
 * What stands in a field, as far as a path is concerned. A list is of texts where some member is one, and of numbers and
 * the like where some member is one of these.
 */
export type FieldKind =
  | 'text'
  | 'scalar'
  | 'textList'
  | 'scalarList'
  | 'list'
  | 'reference'
  | 'object'

const KINDS: Readonly<Record<string, FieldKind>> = {
  string: 'text',
  text: 'text',
  number: 'scalar',
  boolean: 'scalar',
  date: 'text',
  datetime: 'text',
  url: 'text',
  email: 'text',
  reference: 'reference',
  crossDatasetReference: 'reference',
  globalDocumentReference: 'reference',
  object: 'object',
  document: 'object',
  block: 'object',
  slug: 'object',
  image: 'object',
  file: 'object',
  geopoint: 'object',
}

/** A definition and the named ones that it rests on, down to the one that rests on what is built in. */
export function lineage(definitions: readonly JsonRecord[], definition: JsonRecord): JsonRecord[] {
  const line = [definition]
  let next = named(definitions, textAt(definition, 'type'))
  while (next && !line.includes(next)) {
    line.push(next)
    next = named(definitions, textAt(next, 'type'))
  }
  return line
}

/** The definition of the field at a dotted path of a type; `undefined` where the definitions do not tell. */
export function fieldAt(
  definitions: readonly JsonRecord[],
  type: string,
  path: string,
): JsonRecord | undefined {
  let found = named(definitions, type)
  for (const step of path.split('.')) {
    if (!found) return undefined
    found = lineage(definitions, found)
      .flatMap((each) => listAt(each, 'fields'))
      .filter(isRecord)
      .find(({name}) => name === step)
  }
  return found
}

/** The kind of a field; `undefined` for a type that is not among the definitions. */
export function fieldKind(
  definitions: readonly JsonRecord[],
  field: JsonRecord,
): FieldKind | undefined {
  if (!isList(definitions, field)) return KINDS[builtIn(definitions, field)]
  const kinds = membersOf(definitions, field).map((member) => fieldKind(definitions, member))
  if (kinds.includes('text')) return 'textList'
  if (kinds.includes(undefined)) return undefined
  return kinds.includes('scalar') ? 'scalarList' : 'list'
}

export const isList = (definitions: readonly JsonRecord[], field: JsonRecord): boolean =>
  builtIn(definitions, field) === 'array'

/** What may stand in a list. */
export const membersOf = (definitions: readonly JsonRecord[], list: JsonRecord): JsonRecord[] =>
  lineage(definitions, list)
    .flatMap((each) => listAt(each, 'of'))
    .filter(isRecord)

/** The type in which the names end. */
const builtIn = (definitions: readonly JsonRecord[], field: JsonRecord): string =>
  textAt(lineage(definitions, field).at(-1) ?? field, 'type') ?? ''

const named = (definitions: readonly JsonRecord[], name: string | undefined) =>
  definitions.findLast((definition) => name !== undefined && definition.name === name)
