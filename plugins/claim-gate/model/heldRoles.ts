import {fieldAt, fieldKind, isList, lineage, membersOf} from './fieldKind.ts'
import type {GatedType, GateModel} from './gateModel.ts'
import {isRecord, listAt, type JsonRecord} from './record.ts'

/** Roles that a type asks for and that nobody can be given, because the field of a person's roles does not allow them. */
export function unheldRoleProblems(
  {name, roles, rolesWhen, carryRoles}: GatedType,
  {options}: GateModel,
  definitions: readonly JsonRecord[],
): string[] {
  const {type, rolesPath} = options.signers
  const field = fieldAt(definitions, type, rolesPath)
  const allowed = field && isList(definitions, field) && allowedTexts(definitions, field)
  if (!allowed) return []
  const asked = new Set([...roles, ...rolesWhen.flatMap(({add}) => add), ...carryRoles])
  return [...asked]
    .filter((role) => Object.hasOwn(options.roles, role) && !allowed.includes(role))
    .map(
      (role) =>
        `type "${name}": role "${role}" is none of the values that "${rolesPath}" of type "${type}" allows (${allowed.join(', ') || 'no value'}), so nobody could sign in it; add it to the list of values of that field, or take it out of options.claimGate`,
    )
}

/** Texts that may stand in a list, by its own list of values and that of its members; `undefined` where any may. */
function allowedTexts(
  definitions: readonly JsonRecord[],
  field: JsonRecord,
): readonly string[] | undefined {
  const own = listedTexts(definitions, field)
  const members = membersOf(definitions, field)
    .filter((member) => [undefined, 'text'].includes(fieldKind(definitions, member)))
    .map((member) => listedTexts(definitions, member))
  const ofMembers = members.flatMap((texts) => texts ?? [])
  if (members.length === 0 || members.includes(undefined)) return own
  return own ? own.filter((text) => ofMembers.includes(text)) : ofMembers
}

/** The list of values of a field, or else of the type on which it rests. */
function listedTexts(
  definitions: readonly JsonRecord[],
  definition: JsonRecord,
): string[] | undefined {
  const options = lineage(definitions, definition)
    .map((each) => (isRecord(each.options) ? each.options : {}))
    .find(({list}) => Array.isArray(list))
  return (
    options &&
    listAt(options, 'list')
      .map((item) => (isRecord(item) ? item.value : item))
      .filter((value) => typeof value === 'string')
  )
}
