import {isRecord, type JsonRecord} from '../json.ts'
import {readPath} from './jsonMatchPath.ts'
import type {Where} from './listPlaces.ts'
import {invalidMutation} from './mutationErrors.ts'

/** In the documented order, whatever order they were sent in; texts come last, since the documents do not name them. */
const OPERATIONS = [
  'set',
  'setIfMissing',
  'unset',
  'inc',
  'dec',
  'insert',
  'diffMatchPatch',
] as const

/** One operation on one path. */
export type Step =
  | {name: 'set' | 'setIfMissing'; path: string; value: unknown}
  | {name: 'unset'; path: string}
  | {name: 'inc' | 'dec'; path: string; value: number}
  | {name: 'insert'; path: string; where: Where; items: readonly unknown[]}
  | {name: 'diffMatchPatch'; path: string; value: string}

/** Takes a patch apart into its steps, in the order in which they apply; throws for what is none. */
export function patchSteps(operations: JsonRecord, index: number): Step[] {
  const unknown = Object.keys(operations).find((name) => !OPERATIONS.some((each) => each === name))
  if (unknown !== undefined) throw invalidMutation(index, `Unknown patch operation "${unknown}"`)
  return OPERATIONS.flatMap((name) => {
    const value = operations[name]
    if (value === undefined) return []
    if (name === 'unset') return unsetSteps(value, index)
    if (!isRecord(value))
      throw invalidMutation(index, `Patch operation "${name}" must be an object`)
    if (name === 'insert') return [insertStep(value, index)]
    return Object.entries(value).map(([path, operand]) =>
      stepOf(name, validPath(path, index), operand, index),
    )
  })
}

function stepOf(
  name: Exclude<(typeof OPERATIONS)[number], 'unset' | 'insert'>,
  path: string,
  value: unknown,
  index: number,
): Step {
  if (name === 'set' || name === 'setIfMissing') return {name, path, value}
  if (name === 'diffMatchPatch') {
    if (typeof value === 'string') return {name, path, value}
    throw invalidMutation(index, `"${name}" of "${path}" needs a string`)
  }
  if (typeof value === 'number' && Number.isFinite(value)) return {name, path, value}
  throw invalidMutation(index, `"${name}" of "${path}" needs a number`)
}

function unsetSteps(value: unknown, index: number): Step[] {
  if (!Array.isArray(value))
    throw invalidMutation(index, 'Patch operation "unset" must be a list of paths')
  return value.map((path) => ({name: 'unset', path: validPath(path, index)}))
}

function insertStep(value: JsonRecord, index: number): Step {
  const {items} = value
  const [where, ...others] = (['before', 'after', 'replace'] as const).filter(
    (place) => place in value,
  )
  if (!where || others.length > 0 || !Array.isArray(items)) {
    throw invalidMutation(
      index,
      'Patch operation "insert" needs "items" and one of "before", "after", "replace"',
    )
  }
  return {name: 'insert', path: validPath(value[where], index), where, items}
}

function validPath(path: unknown, index: number): string {
  const read = readPath(path)
  if (read === undefined)
    throw invalidMutation(index, `${JSON.stringify(path ?? null).slice(0, 100)} is not a path`)
  return read
}
