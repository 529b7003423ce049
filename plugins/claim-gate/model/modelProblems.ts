import {GATE_TYPES, type GatedType, type GateModel} from './gateModel.ts'
import {isRecord, textAt, type JsonRecord} from './record.ts'

/** What keeps the gate from starting on these definitions, each with what to do. */
export function modelProblems(model: GateModel, definitions: readonly JsonRecord[]): string[] {
  return [
    ...definitions.flatMap(reservedName),
    ...Object.values(model.types).flatMap((type) => rolesProblems(type, model)),
    ...definitions
      .filter((type) => Object.hasOwn(model.types, textAt(type, 'name') ?? ''))
      .flatMap(liveEdit),
    ...Object.values(model.types).flatMap((type) => immaterialProblems(type, model)),
    ...signerProblem(model, definitions),
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

/** What decides about roles, dates and with what a document first goes out must itself be reviewed. */
function immaterialProblems(type: GatedType, model: GateModel): string[] {
  const {from, until} = model.options.dates
  const paths = [...type.rolesWhen.map(({path}) => path), type.firstPublish?.groupPath ?? '']
  const deciding = [from, until, ...paths.map((path) => path.split('.')[0] ?? '')]
  return [...new Set(deciding)]
    .filter((name) => model.shapes[type.name]?.[name]?.material === false)
    .map(
      (name) =>
        `type "${type.name}": "${name}" decides about roles, dates or with what it goes out, and cannot be material: false`,
    )
}

function liveEdit(definition: JsonRecord): string[] {
  if (definition.liveEdit !== true) return []
  return [
    `type "${textAt(definition, 'name')}": liveEdit publishes every keystroke past the gate; remove it`,
  ]
}

function signerProblem(model: GateModel, definitions: readonly JsonRecord[]): string[] {
  const {type} = model.options.signers
  const found = definitions.some(
    (definition) => isRecord(definition) && textAt(definition, 'name') === type,
  )
  return found ? [] : [`options.signers.type "${type}" is no type of the schema; nobody could sign`]
}

/** A dotted path, as it may stand in a query. */
const PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/u

function agreementProblems(model: GateModel, definitions: readonly JsonRecord[]): string[] {
  const {agreement} = model.options
  if (!agreement) return []
  const {type, groupPath, people, recordPath} = agreement
  const isKnown = definitions.some((definition) => textAt(definition, 'name') === type)
  const [record = ''] = recordPath.split('.')
  return [
    ...(isKnown ? [] : [`options.agreement.type "${type}" is no type of the schema`]),
    ...[groupPath, recordPath, ...people]
      .filter((path) => !PATH.test(path))
      .map((path) => `options.agreement: "${path}" is no path of fields such as "a" or "a.b"`),
    ...(people.length === 0
      ? ['options.agreement.people is empty; name at least one field with who must agree']
      : []),
    ...(isKnown && model.shapes[type]?.[record]?.material !== false
      ? [
          `type "${type}": "${record}" records who agreed, so it must be material: false, or agreeing would change what was agreed to`,
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
