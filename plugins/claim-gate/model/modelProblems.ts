import {agreementProblems} from './agreementProblems.ts'
import {fieldFault, NEEDS} from './fieldFault.ts'
import {FIELD_PATH} from './fieldPath.ts'
import {GATE_TYPES, type GatedType, type GateModel} from './gateModel.ts'
import {gateOptionProblems} from './gateOptionProblems.ts'
import {unheldRoleProblems} from './heldRoles.ts'
import {immaterialStep} from './immaterialStep.ts'
import {isTimeZone} from './isTimeZone.ts'
import {textAt, type JsonRecord} from './record.ts'
import {signerProblems} from './signerProblems.ts'
import {unmetConditionProblems} from './unmetConditions.ts'

/** What keeps the gate from starting on these definitions, each with what to do. */
export function modelProblems(model: GateModel, definitions: readonly JsonRecord[]): string[] {
  return [
    ...definitions.flatMap(reservedName),
    ...definitions.flatMap(gateOptionProblems),
    ...Object.values(model.types).flatMap((type) => [
      ...rolesProblems(type, model),
      ...unheldRoleProblems(type, model, definitions),
      ...unmetConditionProblems(type, definitions),
    ]),
    ...definitions
      .filter((type) => Object.hasOwn(model.types, textAt(type, 'name') ?? ''))
      .flatMap(liveEdit),
    ...Object.values(model.types).flatMap((type) => decidingProblems(type, model, definitions)),
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
function decidingProblems(
  {name, rolesWhen, firstPublish}: GatedType,
  model: GateModel,
  definitions: readonly JsonRecord[],
): string[] {
  const paths = [
    ...rolesWhen.map(({path}) => ({option: 'rolesWhen', path, need: NEEDS.condition})),
    {option: 'firstPublish.groupPath', path: firstPublish?.groupPath ?? '', need: NEEDS.id},
  ].filter(({path}) => FIELD_PATH.test(path))
  const deciding = [...Object.values(model.options.dates), ...paths.map(({path}) => path)]
  const immaterial = deciding.flatMap((path) => immaterialStep(model, name, path) ?? [])
  const faults = paths
    .filter(({path}) => immaterialStep(model, name, path) === undefined)
    .flatMap(({option, path, need}) => {
      const fault = fieldFault(model, definitions, {type: name, path, need})
      if (!fault) return []
      return fault.absent === undefined
        ? `${option}: ${fault.words}`
        : `"${fault.absent}" is to decide about roles or with what it goes out, and is no field of the type`
    })
  return [
    ...[...new Set(immaterial)].map(
      (at) =>
        `type "${name}": "${at}" decides about roles, dates or with what it goes out, and cannot be material: false`,
    ),
    ...[...new Set(faults)].map((fault) => `type "${name}": ${fault}`),
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

function firstPublishProblems({name, firstPublish}: GatedType, model: GateModel): string[] {
  if (!firstPublish) return []
  return [
    ...(FIELD_PATH.test(firstPublish.groupPath)
      ? []
      : [`type "${name}": firstPublish.groupPath is no path of fields such as "launch"`]),
    ...(model.options.agreement
      ? []
      : [
          `type "${name}": firstPublish applies where a group has an agreement; set options.agreement`,
        ]),
  ]
}
