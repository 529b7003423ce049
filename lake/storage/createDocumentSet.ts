import type {DocumentSet} from './documentSet.ts'
import {referencesIn} from './referencesIn.ts'
import type {LakeDocument} from './storage.ts'

/** A document set that its one writer keeps up to date. */
export interface WritableDocumentSet extends DocumentSet {
  put(document: LakeDocument): void
  remove(id: string): void
}

/** Creates an empty document set; documents in it are frozen by agreement and never changed in place. */
export function createDocumentSet(): WritableDocumentSet {
  const documents = new Map<string, LakeDocument>()
  const byType = new Map<string, Map<string, LakeDocument>>()
  const referencing = new Map<string, Map<string, LakeDocument>>()
  const unlink = (id: string): void => {
    const old = documents.get(id)
    if (!old) return
    drop(byType, old._type, id)
    for (const reference of referencesIn(old)) drop(referencing, reference.id, id)
  }
  return {
    get size() {
      return documents.size
    },
    get: (id) => documents.get(id),
    all: () => documents.values(),
    byType: (type) => byType.get(type)?.values() ?? [],
    referencing: (id) => referencing.get(id)?.values() ?? [],
    put(document) {
      unlink(document._id)
      documents.set(document._id, document)
      add(byType, document._type, document)
      for (const reference of referencesIn(document)) add(referencing, reference.id, document)
    },
    remove(id) {
      unlink(id)
      documents.delete(id)
    },
  }
}

type Index = Map<string, Map<string, LakeDocument>>

function add(index: Index, key: string, document: LakeDocument): void {
  const members = index.get(key) ?? new Map<string, LakeDocument>()
  index.set(key, members)
  members.set(document._id, document)
}

function drop(index: Index, key: string, id: string): void {
  const members = index.get(key)
  members?.delete(id)
  if (members?.size === 0) index.delete(key)
}
