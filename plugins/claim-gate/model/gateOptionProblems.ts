import {SIDES} from './gateModel.ts'
import {isRecord, textAt, type JsonRecord} from './record.ts'

/** What a type says of its gate in a shape that cannot be read: read past, it would open the gate. */
export function gateOptionProblems(definition: JsonRecord): string[] {
  const {options} = definition
  if (!isRecord(options) || options.claimGate === undefined) return []
  const about = `type "${textAt(definition, 'name')}": options.claimGate`
  const gate = options.claimGate
  if (!isRecord(gate)) return [`${about} is no object such as {roles: ["marketing"]}`]
  const {side, firstPublish} = gate
  return [
    ...['roles', 'carryRoles']
      .filter((name) => gate[name] !== undefined && !isTexts(gate[name]))
      .map((name) => `${about}.${name} is no list of names of roles`),
    ...(gate.rolesWhen === undefined || isConditions(gate.rolesWhen)
      ? []
      : [`${about}.rolesWhen is no list such as [{path: "kind", in: ["safety"], add: ["legal"]}]`]),
    ...(side === undefined || SIDES.some((known) => known === side)
      ? []
      : [`${about}.side ${JSON.stringify(side)} is none of ${SIDES.join(', ')}`]),
    ...(firstPublish === undefined || isFirstPublish(firstPublish)
      ? []
      : [`${about}.firstPublish is not of the form {checkpoint: "launch", groupPath: "launch"}`]),
  ]
}

const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const isConditions = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every(
    (each) =>
      isRecord(each) && Array.isArray(each.in) && each.in.every(isPlain) && isTexts(each.add),
  )

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

const isFirstPublish = (value: unknown): boolean => isRecord(value) && value.checkpoint === 'launch'
