import {fieldFault} from './fieldFault.ts'
import {GATE_TYPES, type GatedType, type GateModel} from './gateModel.ts'
import {gateOptionProblems} from './gateOptionProblems.ts'
import {isTimeZone} from './isTimeZone.ts'
import {textAt, type JsonRecord} from './record.ts'

/** What keeps the gate from starting on these definitions, each with what to do. */
export function modelProblems(model: GateModel, definitions: readonly JsonRecord[]): string[] {
  return [
    ...definitions.flatMap(reservedName),
    ...definitions.flatMap(gateOptionProblems),
    ...Object.values(model.types).flatMap((type) => rolesProblems(type, model)),
    ...definitions
      .filter((type) => Object.hasOwn(model.types, textAt(type, 'name') ?? ''))
      .flatMap(liveEdit),
    ...Object.values(model.types).flatMap((type) => decidingProblems(type, model)),
    ...dateProblems(model),
    ...signerProblems(model, definitions),
    ...agreementProblems(model, definitions),
    ...Object.values(model.types).flatMap((type) => firstPublishProblems(type, model)),
  ]
}

function reservedName(definition: JsonRecord): string[] {
  const name = textAt(definition, 'name')
  if (!GATE_TYPES.some((reserved) => reserved === name)) return []
  return [`type "${name}": this name belongs to claim-gate's own documents; rename your type`]
}

function rolesProblems(type: GatedType, model: GateModel): string[] {
  const known = Object.keys(model.options.roles)
  const named = [
    ...type.roles,
    ...type.carryRoles,
    ...type.rolesWhen.flatMap((condition) => condition.add),
  ]
  const unknown = [...new Set(named.filter((role) => !known.includes(role)))]
  return [
    ...(type.roles.length === 0
      ? [
          `type "${type.name}": options.claimGate.roles is empty; name at least one role that must approve`,
        ]
      : []),
    ...unknown.map(
      (role) =>
        `type "${type.name}": role "${role}" is not in the gate's options; known are ${known.join(', ')}`,
    ),
    ...type.rolesWhen
      .filter((condition) => condition.path === '' || condition.in.length === 0)
      .map(
        () =>
          `type "${type.name}": a rolesWhen condition lacks "path" or "in" and would never apply`,
      ),
  ]
}

/** What decides about roles, dates and with what a document first goes out must be there, and be reviewed itself. */
function decidingProblems({name, rolesWhen, firstPublish}: GatedType, model: GateModel): string[] {
  const paths = [...rolesWhen.map(({path}) => path), firstPublish?.groupPath ?? '']
  const faults = paths.flatMap((path) =>
    PATH.test(path) ? (fieldFault(model, name, path) ?? []) : [],
  )
  const dates = Object.values(model.options.dates).filter(
    (date) => fieldFault(model, name, date)?.kind === 'immaterial',
  )
  const absent = faults.flatMap(({kind, at}) => (kind === 'absent' ? [at] : []))
  const immaterial = faults.flatMap(({kind, at}) => (kind === 'immaterial' ? [at] : []))
  return [
    ...[...new Set([...dates, ...immaterial])].map(
      (at) =>
        `type "${name}": "${at}" decides about roles, dates or with what it goes out, and cannot be material: false`,
    ),
    ...[...new Set(absent)].map(
      (at) =>
        `type "${name}": "${at}" is to decide about roles or with what it goes out, and is no field of the type`,
    ),
  ]
}

/** A name that no gated type has would let nothing begin or end. */
function dateProblems(model: GateModel): string[] {
  const {dates, timeZone} = model.options
  const types = Object.keys(model.types)
  return [
    ...Object.entries(dates)
      .filter(([, name]) => !types.some((type) => Object.hasOwn(model.shapes[type] ?? {}, name)))
      .map(
        ([date, name]) =>
          `options.dates.${date} "${name}" is a field of no gated type; name the right field, or leave it out`,
      ),
    ...(timeZone === undefined || isTimeZone(timeZone)
      ? []
      : [`options.timeZone "${timeZone}" is no time zone such as "UTC" or "Europe/Zurich"`]),
  ]
}

function liveEdit(definition: JsonRecord): string[] {
  if (definition.liveEdit !== true) return []
  return [
    `type "${textAt(definition, 'name')}": liveEdit publishes every keystroke past the gate; remove it`,
  ]
}

function signerProblems(model: GateModel, definitions: readonly JsonRecord[]): string[] {
  const {type, ...paths} = model.options.signers
  if (!definitions.some((definition) => textAt(definition, 'name') === type))
    return [`options.signers.type "${type}" is no type of the schema; nobody could sign`]
  return Object.entries(paths)
    .filter(([, path]) => !PATH.test(path) || fieldFault(model, type, path)?.kind === 'absent')
    .map(
      ([name, path]) =>
        `options.signers.${name} "${path}" is no field of type "${type}"; nobody could sign`,
    )
}

/** A dotted path, as it may stand in a query. */
const PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/u

function agreementProblems(model: GateModel, definitions: readonly JsonRecord[]): string[] {
  const {agreement} = model.options
  if (!agreement) return []
  const {type, groupPath, people, recordPath} = agreement
  const isKnown = definitions.some((definition) => textAt(definition, 'name') === type)
  const record = fieldFault(model, type, recordPath)
  return [
    ...(isKnown ? [] : [`options.agreement.type "${type}" is no type of the schema`]),
    ...[groupPath, recordPath, ...people]
      .filter((path) => !PATH.test(path))
      .map((path) => `options.agreement: "${path}" is no path of fields such as "a" or "a.b"`),
    ...(isKnown
      ? [groupPath, ...people].filter(
          (path) => PATH.test(path) && fieldFault(model, type, path)?.kind === 'absent',
        )
      : []
    ).map((path) => `options.agreement: "${path}" is no field of type "${type}"`),
    ...(people.length === 0
      ? ['options.agreement.people is empty; name at least one field with who must agree']
      : []),
    ...(isKnown && record?.kind !== 'immaterial'
      ? [
          `type "${type}": "${recordPath}" records who agreed, so it must be material: false, or agreeing would change what was agreed to`,
        ]
      : []),
  ]
}

function firstPublishProblems({name, firstPublish}: GatedType, model: GateModel): string[] {
  if (!firstPublish) return []
  return [
    ...(PATH.test(firstPublish.groupPath)
      ? []
      : [`type "${name}": firstPublish.groupPath is no path of fields such as "launch"`]),
    ...(model.options.agreement
      ? []
      : [
          `type "${name}": firstPublish applies where a group has an agreement; set options.agreement`,
        ]),
  ]
}
