import {canonicalText} from '../fingerprint/canonicalText.ts'
import {gatedType, type GateDocument, type GateModel} from './gateModel.ts'
import {valueAt} from './record.ts'

/** Roles that must approve this content, in the order of the gate's options; empty for an ungated type. */
export function requiredRoles(model: GateModel, document: GateDocument): string[] {
  const type = gatedType(model, document._type)
  if (!type) return []
  const added = type.rolesWhen
    .filter(({path, in: values}) => holdsOne(valueAt(document, path), values))
    .flatMap((condition) => condition.add)
  const required = new Set([...type.roles, ...added])
  return Object.keys(model.options.roles).filter((role) => required.has(role))
}

/** Roles that must all sign before dependants may keep resting on an older fingerprint. */
export function requiredCarryRoles(model: GateModel, document: GateDocument): string[] {
  const carryRoles = gatedType(model, document._type)?.carryRoles ?? []
  return carryRoles.length > 0 ? [...carryRoles] : requiredRoles(model, document)
}

/** Whether a value, or a member of a list, is one of these; text as it counts, so that no space makes it another. */
function holdsOne(found: unknown, values: readonly unknown[]): boolean {
  const members: readonly unknown[] = Array.isArray(found) ? found : [found]
  return members.some((member) =>
    values.includes(typeof member === 'string' ? canonicalText(member, false) : member),
  )
}
