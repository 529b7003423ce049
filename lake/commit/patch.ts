import {extract, Mutation} from '@sanity/mutator'
import {isRecord, type JsonRecord} from '../json.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {invalidMutation} from './mutationErrors.ts'

const OPERATIONS = [
  'set',
  'setIfMissing',
  'unset',
  'inc',
  'dec',
  'insert',
  'diffMatchPatch',
  'merge',
]
const ADDRESS = ['id', 'query', 'params', 'ifRevisionID']

/** Applies one patch to one document with the Studio's own engine, after refusing what that would silently ignore. */
export function applyPatch(document: LakeDocument, patch: JsonRecord, index: number): JsonRecord {
  validatePatch(document, patch, index)
  const {ifRevisionID: _ifRevisionID, query: _query, params: _params, ...operations} = patch
  const mutation = new Mutation({mutations: [{patch: {...operations, id: document._id}}]})
  const result: unknown = mutation.apply(structuredClone(document))
  if (!isRecord(result))
    throw invalidMutation(index, `The patch left nothing of document "${document._id}"`)
  return result
}

function validatePatch(document: LakeDocument, patch: JsonRecord, index: number): void {
  for (const [name, value] of Object.entries(patch)) {
    if (ADDRESS.includes(name)) continue
    if (!OPERATIONS.includes(name))
      throw invalidMutation(index, `Unknown patch operation "${name}"`)
    if (name === 'unset') validateUnset(value, index)
    else if (!isRecord(value))
      throw invalidMutation(index, `Patch operation "${name}" must be an object`)
    else if (name === 'insert') validateInsert(value, index)
    else
      Object.entries(value).forEach(([path, operand]) =>
        validateOperand(document, name, path, operand, index),
      )
  }
}

function validateUnset(value: unknown, index: number): void {
  if (!Array.isArray(value))
    throw invalidMutation(index, 'Patch operation "unset" must be a list of paths')
  value.forEach((path) => validatePath(path, index))
}

function validateInsert(value: JsonRecord, index: number): void {
  const places = ['before', 'after', 'replace'].filter((place) => place in value)
  if (places.length !== 1 || !Array.isArray(value.items)) {
    throw invalidMutation(
      index,
      'Patch operation "insert" needs "items" and one of "before", "after", "replace"',
    )
  }
  validatePath(value[places[0] ?? ''], index)
}

function validateOperand(
  document: LakeDocument,
  name: string,
  path: string,
  operand: unknown,
  index: number,
): void {
  validatePath(path, index)
  if (name === 'inc' || name === 'dec') {
    if (typeof operand !== 'number')
      throw invalidMutation(index, `"${name}" of "${path}" needs a number`)
    refuseOther(document, path, 'number', name, index)
  }
  if (name === 'diffMatchPatch') {
    if (typeof operand !== 'string')
      throw invalidMutation(index, `"${name}" of "${path}" needs a string`)
    refuseOther(document, path, 'string', name, index)
  }
}

function refuseOther(
  document: LakeDocument,
  path: string,
  type: string,
  name: string,
  index: number,
): void {
  const found: unknown[] = extract(path, document)
  if (found.some((value) => typeof value !== type)) {
    throw invalidMutation(index, `"${name}" of "${path}": the value there is not a ${type}`)
  }
}

/** Brackets and quotes must close: the engine would take an unclosed path for one that matches nothing. */
function validatePath(path: unknown, index: number): void {
  const text = typeof path === 'string' ? path : ''
  const bare = text.replaceAll(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/gu, '')
  const closes = !/["']/u.test(bare) && /^(?:[^[\]]|\[[^[\]]*\])*$/u.test(bare)
  if (text === '' || !closes) throw invalidMutation(index, `"${text}" is not a path`)
}
