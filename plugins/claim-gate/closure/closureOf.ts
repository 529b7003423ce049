import {contentOf} from '../fingerprint/contentOf.ts'
import {isGated, type GateDocument, type GateModel} from '../model/gateModel.ts'

/** Looks up what stands under a published id in the world that is judged. */
export type Lookup = (id: string) => GateDocument | undefined

/** Every gated document that a document rests on, each with the shortest way to it. */
export interface Closure {
  /** Member id → ids from the subject to the member, both included. */
  members: ReadonlyMap<string, readonly string[]>
  /** As `members`, for ids under which nothing stands. */
  missing: ReadonlyMap<string, readonly string[]>
}

/** Follows references breadth first; never through an ungated document; a subject is no member of its own closure. */
export function closureOf(
  model: GateModel,
  subject: GateDocument,
  subjectId: string,
  lookup: Lookup,
): Closure {
  const members = new Map<string, readonly string[]>()
  const missing = new Map<string, readonly string[]>()
  const queue: {document: GateDocument; path: readonly string[]}[] = [
    {document: subject, path: [subjectId]},
  ]
  for (const {document, path} of queue) {
    for (const id of contentOf(model, document).references) {
      if (id === subjectId || members.has(id) || missing.has(id)) continue
      const member = lookup(id)
      const way = [...path, id]
      if (!member) missing.set(id, way)
      else if (isGated(model, member._type)) {
        members.set(id, way)
        queue.push({document: member, path: way})
      }
    }
  }
  return {members, missing}
}
