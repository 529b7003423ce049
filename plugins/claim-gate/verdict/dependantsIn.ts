import {contentOf} from '../fingerprint/contentOf.ts'
import {isGated, type GateModel} from '../model/gateModel.ts'
import type {World} from './worldState.ts'

/** Gated documents of a world that rest on any of these, over any number of steps; never through an ungated one. */
export function dependantsIn(
  model: GateModel,
  {documents}: World,
  ids: Iterable<string>,
): readonly string[] {
  const users = new Map<string, string[]>()
  for (const [id, document] of documents) {
    if (!isGated(model, document._type)) continue
    for (const source of contentOf(model, document).references) {
      const known = users.get(source)
      if (known) known.push(id)
      else users.set(source, [id])
    }
  }
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
