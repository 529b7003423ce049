import {allowedValues} from './allowedValues.ts'
import {fieldAt, isList} from './fieldKind.ts'
import type {GatedType, GateModel} from './gateModel.ts'
import type {JsonRecord} from './record.ts'

/** Roles that a type asks for and that nobody can be given, because the field of a person's roles does not allow them. */
export function unheldRoleProblems(
  {name, roles, rolesWhen, carryRoles}: GatedType,
  {options}: GateModel,
  definitions: readonly JsonRecord[],
): string[] {
  const {type, rolesPath} = options.signers
  const field = fieldAt(definitions, type, rolesPath)
  const allowed =
    field &&
    isList(definitions, field) &&
    allowedValues(definitions, field, ['text'])?.filter((value) => typeof value === 'string')
  if (!allowed) return []
  const asked = new Set([...roles, ...rolesWhen.flatMap(({add}) => add), ...carryRoles])
  return [...asked]
    .filter((role) => Object.hasOwn(options.roles, role) && !allowed.includes(role))
    .map(
      (role) =>
        `type "${name}": role "${role}" is none of the values that "${rolesPath}" of type "${type}" allows (${allowed.join(', ') || 'no value'}), so nobody could sign in it; add it to the list of values of that field, or take it out of options.claimGate`,
    )
}
