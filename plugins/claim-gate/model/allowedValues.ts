import {fieldKind, isList, lineage, membersOf, type FieldKind} from './fieldKind.ts'
import {isRecord, listAt, type JsonRecord} from './record.ts'

/**
 * Values that may stand in a field, or in a list of such kinds, by its own list of values and that of its members;
 * `undefined` where any may.
 */
export function allowedValues(
  definitions: readonly JsonRecord[],
  field: JsonRecord,
  kinds: readonly FieldKind[],
): readonly unknown[] | undefined {
  const own = listedValues(definitions, field)
  if (!isList(definitions, field)) return own
  const members = membersOf(definitions, field)
    .filter((member) => {
      const kind = fieldKind(definitions, member)
      return kind === undefined || kinds.includes(kind)
    })
    .map((member) => listedValues(definitions, member))
  const ofMembers = members.flatMap((values) => values ?? [])
  if (members.length === 0 || members.includes(undefined)) return own
  return own ? own.filter((value) => ofMembers.includes(value)) : ofMembers
}

/** The list of values of a field, or of the type whose options it has: its own take the place of all of these. */
function listedValues(
  definitions: readonly JsonRecord[],
  definition: JsonRecord,
): unknown[] | undefined {
  const options = lineage(definitions, definition)
    .map((each) => each.options)
    .find(isRecord)
  if (!Array.isArray(options?.list)) return undefined
  return listAt(options, 'list').map((item) => (isRecord(item) ? item.value : item))
}
