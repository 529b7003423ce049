import {fieldAt, fieldKind, isList, type FieldKind} from './fieldKind.ts'
import {FIELD_PATH} from './fieldPath.ts'
import type {FieldShape, GateModel} from './gateModel.ts'
import type {JsonRecord} from './record.ts'

/** Why nothing is found at a path: a step that the type does not have, or one behind or at which nothing can be read. */
export interface FieldFault {
  /** The path as far as a step that is not there. */
  absent?: string
  /** What is wrong, and what to name instead. */
  words: string
}

/** What can be read where a path ends, and what to name instead of anything else. */
interface Need {
  kinds: readonly FieldKind[]
  name: string
}

export const NEEDS = {
  condition: {
    kinds: ['text', 'scalar', 'textList', 'scalarList'],
    name: 'name a plain value, a list of plain values, or the "_ref" of a reference',
  },
  id: {
    kinds: ['text', 'reference'],
    name: 'name a reference, or a string that is an id',
  },
  text: {kinds: ['text'], name: 'name a string'},
  textList: {kinds: ['textList'], name: 'name a list of strings'},
  records: {kinds: ['list'], name: 'name a list of objects'},
} satisfies Record<string, Need>

const CALLED: Readonly<Record<FieldKind, string>> = {
  text: 'a string',
  scalar: 'a number or a boolean',
  textList: 'a list of strings',
  scalarList: 'a list of numbers or booleans',
  list: 'a list of objects',
  reference: 'a reference',
  object: 'an object',
}

/** Follows a dotted path through a type, through objects by name as well; what is built in is not looked into. */
export function fieldFault(
  {shapes}: Pick<GateModel, 'shapes'>,
  definitions: readonly JsonRecord[],
  {type, path, need}: {type: string; path: string; need: Need},
): FieldFault | undefined {
  const absent = {words: `"${path}" is no field of type "${type}"`}
  if (!FIELD_PATH.test(path)) return {absent: path, ...absent}
  let fields: Readonly<Record<string, FieldShape>> | undefined = shapes[type]
  const steps = path.split('.')
  for (const [index, step] of steps.entries()) {
    const at = steps.slice(0, index + 1).join('.')
    const shape: FieldShape | undefined =
      fields && Object.hasOwn(fields, step) ? fields[step] : undefined
    if (fields && !shape) return {absent: at, ...absent}
    const next = steps[index + 1]
    const field = fieldAt(definitions, type, at)
    const words = field && stop(definitions, field, {path, at, next, need})
    if (words !== undefined) return {words}
    fields = shape?.fields ?? (shape?.type === undefined ? undefined : shapes[shape.type])
  }
  return undefined
}

/** What is wrong with going on after a field, or with ending there. */
function stop(
  definitions: readonly JsonRecord[],
  field: JsonRecord,
  {path, at, next, need}: {path: string; at: string; next: string | undefined; need: Need},
): string | undefined {
  const kind = fieldKind(definitions, field)
  if (next === undefined) {
    if (kind === undefined || need.kinds.includes(kind)) return undefined
    return `"${path}" is ${CALLED[kind]}; ${need.name}`
  }
  if (isList(definitions, field))
    return `"${path}" leads through the list "${at}", and nothing is found in a list by name; name a field outside of lists, or the list itself where it holds plain values`
  if (kind === 'scalar' || kind === 'text')
    return `"${path}" leads on after "${at}", which is a plain value; name "${at}" itself`
  // What a reference itself stores begins like this.
  if (kind === 'reference' && !next.startsWith('_'))
    return `"${path}" leads on after "${at}", which is a reference and is not followed; name a field of the type itself, or "${at}._ref"`
  return undefined
}
