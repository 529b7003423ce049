import type {FieldShape} from './gateModel.ts'
import {isRecord, listAt, textAt, type JsonRecord} from './record.ts'

type Fields = Readonly<Record<string, FieldShape>>

/** Field shapes of every document and named object type, by type name. */
export function readShapes(definitions: readonly JsonRecord[]): Record<string, Fields> {
  const byName = new Map(
    definitions.map((definition) => [textAt(definition, 'name') ?? '', definition]),
  )
  const shapes: Record<string, Fields> = {}
  for (const [name, definition] of byName) {
    shapes[name] = readStructure(definition, byName).fields ?? {}
  }
  return shapes
}

function readField(definition: JsonRecord, byName: ReadonlyMap<string, JsonRecord>): FieldShape {
  const type = textAt(definition, 'type') ?? ''
  const named = byName.get(type)
  const material = (materialOption(definition) ?? (named && materialOption(named))) !== false
  const structure = readStructure(
    named && textAt(named, 'type') === 'array' ? named : definition,
    byName,
  )
  return {material, ...structure, ...(named && !structure.of ? {type} : {})}
}

function readStructure(
  definition: JsonRecord,
  byName: ReadonlyMap<string, JsonRecord>,
): Omit<FieldShape, 'material'> {
  if (textAt(definition, 'type') === 'array') {
    const members = listAt(definition, 'of').filter(isRecord)
    return {
      of: Object.fromEntries(
        members.map((member) => [memberKey(member), readField(member, byName)]),
      ),
    }
  }
  if (textAt(definition, 'type') === 'block') return {fields: readBlock(definition, byName)}
  const fields = listAt(definition, 'fields').filter(isRecord)
  if (fields.length === 0) return {}
  return {
    fields: Object.fromEntries(
      fields.map((field) => [textAt(field, 'name') ?? '', readField(field, byName)]),
    ),
  }
}

function readBlock(definition: JsonRecord, byName: ReadonlyMap<string, JsonRecord>): Fields {
  const inline = listAt(definition, 'of').filter(isRecord)
  const marks = isRecord(definition.marks)
    ? listAt(definition.marks, 'annotations').filter(isRecord)
    : []
  const membersOf = (members: readonly JsonRecord[]): FieldShape => ({
    material: true,
    of: Object.fromEntries(members.map((member) => [memberKey(member), readField(member, byName)])),
  })
  return {children: membersOf(inline), markDefs: membersOf(marks)}
}

/** Array members carry their name in `_type`; anonymous ones the name of their base type. */
function memberKey(definition: JsonRecord): string {
  return textAt(definition, 'name') ?? textAt(definition, 'type') ?? ''
}

function materialOption(definition: JsonRecord): boolean | undefined {
  const {options} = definition
  if (!isRecord(options)) return undefined
  return typeof options.material === 'boolean' ? options.material : undefined
}
