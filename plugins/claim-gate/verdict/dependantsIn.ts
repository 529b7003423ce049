import {contentOf} from '../fingerprint/contentOf.ts'
import {isGated, type GateModel} from '../model/gateModel.ts'
import type {World} from './worldState.ts'

/** Ids of gated documents by the id of what they refer to: references, the other way round. */
export type UsersOf = ReadonlyMap<string, readonly string[]>

/** Reads the references of a whole world once; nobody rests on something through a document that is not gated. */
export function usersIn(model: GateModel, {documents}: World): UsersOf {
  const users = new Map<string, string[]>()
  for (const [id, document] of documents) {
    if (!isGated(model, document._type)) continue
    for (const source of contentOf(model, document).references) {
      const known = users.get(source)
      if (known) known.push(id)
      else users.set(source, [id])
    }
  }
  return users
}

/** Documents that rest on any of these, over any number of steps. */
export function dependantsIn(users: UsersOf, ids: Iterable<string>): readonly string[] {
  const start = new Set(ids)
  const found = new Set<string>()
  const queue = [...start]
  for (const source of queue) {
    for (const id of users.get(source) ?? []) {
      if (start.has(id) || found.has(id)) continue
      found.add(id)
      queue.push(id)
    }
  }
  return [...found]
}
