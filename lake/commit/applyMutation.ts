import {isDocumentId} from '../documentIds.ts'
import {isRecord, type JsonRecord} from '../json.ts'
import {invalidMutation, malformedId} from './mutationErrors.ts'
import type {MutationResult, WorkingSet} from './workingSet.ts'

/** Ids that a GROQ query selects, for mutations that address documents by query. */
export type SelectIds = (query: string, params: JsonRecord) => Promise<string[]>

/** Applies one mutation as clients send it: one operation, by id or by query. */
export async function applyMutation(
  set: WorkingSet,
  mutation: unknown,
  index: number,
  selectIds: SelectIds,
): Promise<MutationResult[]> {
  const [entry, ...more] = isRecord(mutation) ? Object.entries(mutation) : []
  if (!entry || more.length > 0)
    throw invalidMutation(index, 'A mutation is an object with one operation')
  const [name, value] = entry
  if (!isRecord(value)) throw invalidMutation(index, `Mutation "${name}" must be an object`)
  switch (name) {
    case 'create':
      return [set.create(value, index)]
    case 'createIfNotExists':
      return [set.createIfNotExists(value, index)]
    case 'createOrReplace':
      return [set.createOrReplace(value, index)]
    case 'delete':
      return each(set, await addressed(value, index, selectIds), (id) => {
        set.expectRevision(id, value.ifRevisionID, index)
        return set.delete(id, index)
      })
    case 'patch':
      return each(set, await addressed(value, index, selectIds), (id) =>
        set.patch(id, value, index),
      )
    default:
      throw invalidMutation(index, `Unknown mutation "${name}"`)
  }
}

async function each(
  set: WorkingSet,
  ids: readonly string[],
  change: (id: string) => MutationResult,
): Promise<MutationResult[]> {
  const results: MutationResult[] = []
  for (const id of ids) {
    results.push(change(id))
    await set.pace.rest()
  }
  return results
}

async function addressed(
  value: JsonRecord,
  index: number,
  selectIds: SelectIds,
): Promise<string[]> {
  if (typeof value.query === 'string') {
    return selectIds(value.query, isRecord(value.params) ? value.params : {})
  }
  const ids: unknown[] = Array.isArray(value.id) ? value.id : [value.id]
  if (!ids.every(isDocumentId))
    throw malformedId(
      index,
      ids.find((id) => !isDocumentId(id)),
    )
  return [...new Set(ids)]
}
