import type {DocumentSet} from '../storage/documentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'

/** Of these documents, those that may be read with a token or without one. */
export function readableDocuments(documents: DocumentSet, isKnown: boolean): DocumentSet {
  return isKnown ? documents : onlyUndotted(documents)
}

/** Whether a document that a visible set would hold may be read; a dot in the id keeps it from the public. */
export function isReadable(id: string, isKnown: boolean): boolean {
  return isKnown || !id.includes('.')
}

function onlyUndotted(documents: DocumentSet): DocumentSet {
  const shown = (found: Iterable<LakeDocument>): LakeDocument[] =>
    [...found].filter(({_id}) => isReadable(_id, false))
  return {
    get size() {
      return shown(documents.all()).length
    },
    get: (id) => (isReadable(id, false) ? documents.get(id) : undefined),
    all: () => shown(documents.all()),
    byType: (type) => shown(documents.byType(type)),
    referencing: (id) => shown(documents.referencing(id)),
  }
}
