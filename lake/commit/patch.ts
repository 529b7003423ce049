import {extract, Mutation} from '@sanity/mutator'
import {isRecord, type JsonRecord} from '../json.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {invalidMutation} from './mutationErrors.ts'

/** Characters. Longer ones lead to no place that a document may have, and take the engine long to read. */
const MAX_PATH = 4096

/** In the order in which the engine applies them, whatever order they were sent in. */
const OPERATIONS = ['setIfMissing', 'set', 'unset', 'diffMatchPatch', 'inc', 'dec', 'insert']

/** The type that an operation needs of its operand and of the value it finds. */
const NEEDS: Readonly<Record<string, 'number' | 'string'>> = {
  inc: 'number',
  dec: 'number',
  diffMatchPatch: 'string',
}

/**
 * Applies the operations of one patch with the Studio's own engine, one by one, each after refusing what the engine
 * would silently ignore. Neither the document nor the patch is changed.
 */
export function applyPatch(
  document: LakeDocument,
  operations: JsonRecord,
  index: number,
): JsonRecord {
  const unknown = Object.keys(operations).find((name) => !OPERATIONS.includes(name))
  if (unknown !== undefined) throw invalidMutation(index, `Unknown patch operation "${unknown}"`)
  let patched: JsonRecord = document
  for (const step of OPERATIONS.flatMap((name) => stepsOf(name, operations[name], index))) {
    patched = applyStep(patched, step, document._id, index)
  }
  return patched
}

interface Step {
  name: string
  path: string
  /** What the engine takes: one operation on one path. */
  patch: JsonRecord
  operand?: unknown
}

function stepsOf(name: string, value: unknown, index: number): Step[] {
  if (value === undefined) return []
  if (name === 'unset') return unsetSteps(value, index)
  if (!isRecord(value)) throw invalidMutation(index, `Patch operation "${name}" must be an object`)
  if (name === 'insert') return [insertStep(value, index)]
  return Object.entries(value).map(([key, operand]) => {
    const path = validPath(key, index)
    return {name, path, operand, patch: {[name]: {[path]: operand}}}
  })
}

function unsetSteps(value: unknown, index: number): Step[] {
  if (!Array.isArray(value))
    throw invalidMutation(index, 'Patch operation "unset" must be a list of paths')
  return value.map((path) => ({
    name: 'unset',
    path: validPath(path, index),
    patch: {unset: [path]},
  }))
}

function insertStep(value: JsonRecord, index: number): Step {
  const places = ['before', 'after', 'replace'].filter((place) => place in value)
  const [place = ''] = places
  if (places.length !== 1 || !Array.isArray(value.items)) {
    throw invalidMutation(
      index,
      'Patch operation "insert" needs "items" and one of "before", "after", "replace"',
    )
  }
  return {name: 'insert', path: validPath(value[place], index), patch: {insert: value}}
}

function applyStep(document: JsonRecord, step: Step, id: string, index: number): JsonRecord {
  refuseOtherTypes(document, step, index)
  try {
    const mutation = new Mutation({mutations: [{patch: {...step.patch, id}}]})
    const result: unknown = mutation.apply(Object.assign({_id: id, _type: ''}, document))
    if (isRecord(result) && !Array.isArray(result)) return result
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw invalidMutation(index, `"${step.name}" of "${step.path}" cannot be applied: ${reason}`)
  }
  throw invalidMutation(index, `"${step.name}" of "${step.path}" would leave no document`)
}

function refuseOtherTypes(document: JsonRecord, {name, path, operand}: Step, index: number): void {
  const type = NEEDS[name]
  if (!type) return
  if (typeof operand !== type)
    throw invalidMutation(index, `"${name}" of "${path}" needs a ${type}`)
  const values = valuesAt(document, path, index)
  if (values.some((value) => typeof value !== type)) {
    throw invalidMutation(index, `"${name}" of "${path}": the value there is not a ${type}`)
  }
  if (
    type === 'number' &&
    values.some((value) => Math.abs(Number(value)) + Math.abs(Number(operand)) === Infinity)
  ) {
    throw invalidMutation(index, `"${name}" of "${path}" would leave no number`)
  }
}

function valuesAt(document: JsonRecord, path: string, index: number): unknown[] {
  try {
    const found: unknown[] = extract(path, document)
    return found
  } catch {
    throw invalidMutation(index, `"${path}" is not a path`)
  }
}

/** Brackets and quotes must close: the engine would take an unclosed path for one that matches nothing. */
function validPath(path: unknown, index: number): string {
  const text = typeof path === 'string' && path.length <= MAX_PATH ? path : ''
  const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gu, '')
  const closes = !/["']/u.test(bare) && /^(?:[^[\]]|\[[^[\]]*\])*$/u.test(bare)
  if (text === '' || !closes || bare.includes('__proto__'))
    throw invalidMutation(index, `${JSON.stringify(path ?? null).slice(0, 100)} is not a path`)
  return text
}
