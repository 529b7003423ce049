import {
  SIDES,
  type FieldShape,
  type FirstPublish,
  type GatedType,
  type GateModel,
  type GateOptions,
} from './gateModel.ts'
import {readShapes} from './readShapes.ts'
import {listAt, textAt, textsAt, isRecord, type JsonRecord} from './record.ts'
import {modelProblems} from './modelProblems.ts'

/** Wrong configuration of the gate; the message lists every problem and what to do about it. */
export class GateConfigError extends Error {
  override name = 'GateConfigError'
}

/**
 * Derives the gate model from plain schema definitions, in Node as in the Studio.
 * @throws GateConfigError when a gated type cannot be held as it is defined.
 */
export function createGateModel(types: readonly unknown[], options: GateOptions): GateModel {
  const definitions = types.filter(isRecord)
  const shapes: Record<string, Readonly<Record<string, FieldShape>>> = readShapes(definitions)
  const gated: Record<string, GatedType> = {}
  for (const definition of definitions) {
    const type = readGatedType(definition)
    if (type) gated[type.name] = type
  }
  const model: GateModel = {options, types: gated, shapes}
  const problems = modelProblems(model, definitions)
  if (problems.length > 0) {
    throw new GateConfigError(`claim-gate cannot start:\n- ${problems.join('\n- ')}`)
  }
  return model
}

function readGatedType(definition: JsonRecord): GatedType | undefined {
  const name = textAt(definition, 'name')
  const {options} = definition
  if (!name || !isRecord(options) || !isRecord(options.claimGate)) return undefined
  const gate = options.claimGate
  const roles = textsAt(gate, 'roles')
  const side = SIDES.find((known) => known === gate.side)
  const firstPublish = readFirstPublish(gate)
  return {
    name,
    title: textAt(definition, 'title') ?? name,
    roles,
    rolesWhen: listAt(gate, 'rolesWhen').filter(isRecord).map(readCondition),
    carryRoles: textsAt(gate, 'carryRoles'),
    ...(side ? {side} : {}),
    ...(firstPublish ? {firstPublish} : {}),
  }
}

/** What is said wrongly is kept, so that the start can say what is wrong with it. */
function readFirstPublish({firstPublish}: JsonRecord): FirstPublish | undefined {
  if (!isRecord(firstPublish)) return undefined
  return {checkpoint: 'launch', groupPath: textAt(firstPublish, 'groupPath') ?? ''}
}

function readCondition(condition: JsonRecord): GatedType['rolesWhen'][number] {
  return {
    path: textAt(condition, 'path') ?? '',
    in: listAt(condition, 'in').filter(
      (item) => typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean',
    ),
    add: textsAt(condition, 'add'),
  }
}
