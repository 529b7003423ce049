import type {DocumentSet} from '../storage/documentSet.ts'
import {referencesIn} from '../storage/referencesIn.ts'
import {referenceToNothing, stillReferenced} from './mutationErrors.ts'

/** Throws when a document that was changed, or removed, leaves a strong reference to nothing. */
export function checkReferences(documents: DocumentSet, id: string, index: number): void {
  const document = documents.get(id)
  if (!document) {
    const holders = strongHolders(documents, id)
    if (holders.length > 0) throw stillReferenced(index, id, holders)
    return
  }
  const missing = referencesIn(document).find(
    (reference) => !reference.weak && !documents.get(reference.id),
  )
  if (missing) throw referenceToNothing(index, id, missing.id)
}

function strongHolders(documents: DocumentSet, id: string): string[] {
  return [...documents.referencing(id)]
    .filter((holder) =>
      referencesIn(holder).some((reference) => reference.id === id && !reference.weak),
    )
    .map((holder) => holder._id)
}
