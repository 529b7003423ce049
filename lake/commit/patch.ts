import {extract, Mutation} from '@sanity/mutator'
import {isRecord, type JsonRecord} from '../json.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {choosingPath, placesOf} from './jsonMatchPath.ts'
import {insertAt, setAt} from './listPlaces.ts'
import {invalidMutation} from './mutationErrors.ts'
import {patchSteps, type Step} from './patchSteps.ts'

/**
 * Applies the operations of one patch with the Studio's own engine, one by one, each after refusing what the engine
 * would silently ignore and keeping from it what it would get wrong. Neither the document nor the patch is changed.
 * `beforeStep` may throw to end it.
 */
export function applyPatch(
  document: LakeDocument,
  operations: JsonRecord,
  index: number,
  beforeStep: () => void = () => undefined,
): JsonRecord {
  let patched: JsonRecord = document
  for (const step of patchSteps(operations, index)) {
    beforeStep()
    patched = applyStep(patched, step, document._id, index)
  }
  return patched
}

function applyStep(document: JsonRecord, step: Step, id: string, index: number): JsonRecord {
  const {name, path} = step
  const places = placesOf(path)
  switch (name) {
    case 'set':
      if (places) return setAt(document, places, step.value)
      return leadsNowhere(document, path, index)
        ? document
        : byEngine(document, step, {set: {[path]: step.value}}, id, index)
    case 'setIfMissing':
      return leadsNowhere(document, path, index)
        ? document
        : byEngine(document, step, {setIfMissing: {[path]: step.value}}, id, index)
    case 'unset':
      return byEngine(document, step, {unset: [path]}, id, index)
    case 'insert': {
      const {where, items} = step
      if (places) return insertAt(document, places, where, items)
      return byEngine(document, step, {insert: {[where]: path, items}}, id, index)
    }
    case 'inc':
    case 'dec':
      refuseOverflow(numbersAt(document, step, index), step.value, path, index)
      return byEngine(document, step, {[name]: {[path]: step.value}}, id, index)
    default:
      // The difference is read before it is known whether there is a text to apply it to.
      byEngine({text: ''}, step, {[name]: {text: step.value}}, id, index)
      return textsAt(document, step, index) === 0
        ? document
        : byEngine(document, step, {[name]: {[path]: step.value}}, id, index)
  }
}

/** Properties that are missing on the way are made, members of a list are not. */
function leadsNowhere(document: JsonRecord, path: string, index: number): boolean {
  const choosing = choosingPath(path)
  return (
    choosing !== undefined &&
    valuesAt(document, choosing, index).every((value) => value === undefined)
  )
}

function byEngine(
  document: JsonRecord,
  {name, path}: Step,
  patch: object,
  id: string,
  index: number,
): JsonRecord {
  try {
    const mutation = new Mutation({mutations: [{patch: {...patch, id}}]})
    const result: unknown = mutation.apply(Object.assign({_id: id, _type: ''}, document))
    if (isRecord(result)) return result
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw invalidMutation(index, `"${name}" of "${path}" cannot be applied: ${reason}`)
  }
  throw invalidMutation(index, `"${name}" of "${path}" would leave no document`)
}

function numbersAt(document: JsonRecord, {name, path}: Step, index: number): number[] {
  const found = valuesAt(document, path, index).filter((value) => value !== undefined)
  const numbers = found.filter((value) => typeof value === 'number')
  if (numbers.length < found.length)
    throw invalidMutation(index, `"${name}" of "${path}": the value there is not a number`)
  return numbers
}

function refuseOverflow(
  numbers: readonly number[],
  change: number,
  path: string,
  index: number,
): void {
  if (numbers.some((value) => Math.abs(value) + Math.abs(change) === Infinity))
    throw invalidMutation(index, `The number at "${path}" would be too large`)
}

/** How many texts there are to change. */
function textsAt(document: JsonRecord, {name, path}: Step, index: number): number {
  const found = valuesAt(document, path, index).filter((value) => value !== undefined)
  if (found.some((value) => typeof value !== 'string'))
    throw invalidMutation(index, `"${name}" of "${path}": the value there is not a string`)
  return found.length
}

function valuesAt(document: JsonRecord, path: string, index: number): unknown[] {
  try {
    const found: unknown[] = extract(path, document)
    return found
  } catch {
    throw invalidMutation(index, `"${path}" is not a path`)
  }
}
