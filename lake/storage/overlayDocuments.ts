import type {DocumentSet} from './documentSet.ts'
import {referencesIn} from './referencesIn.ts'
import type {DocumentChange, LakeDocument} from './storage.ts'

/** A document set that shows changes on top of another one without touching it. */
export interface OverlaidDocuments extends DocumentSet {
  /** The changed documents by id; `undefined` stands for a removed one. */
  readonly changed: ReadonlyMap<string, LakeDocument | undefined>
  /** What the changes lie on. */
  readonly base: DocumentSet
  put(document: LakeDocument): void
  remove(id: string): void
}

/** Puts an empty layer of changes over a document set. */
export function overlayDocuments(base: DocumentSet): OverlaidDocuments {
  const changed = new Map<string, LakeDocument | undefined>()
  function* shown(
    found: Iterable<LakeDocument>,
    fits: (document: LakeDocument) => boolean,
  ): Iterable<LakeDocument> {
    for (const document of found) if (!changed.has(document._id)) yield document
    for (const document of changed.values()) if (document && fits(document)) yield document
  }
  return {
    changed,
    base,
    get size() {
      return [...changed].reduce(
        (size, [id, document]) =>
          size + Number(document !== undefined) - Number(base.get(id) !== undefined),
        base.size,
      )
    },
    get: (id) => (changed.has(id) ? changed.get(id) : base.get(id)),
    all: () => shown(base.all(), () => true),
    byType: (type) => shown(base.byType(type), ({_type}) => _type === type),
    referencing: (id) =>
      shown(base.referencing(id), (document) =>
        referencesIn(document).some((reference) => reference.id === id),
      ),
    put: (document) => void changed.set(document._id, document),
    remove: (id) => void changed.set(id, undefined),
  }
}

/** All changes of the layers that lie on a set which is no layer. */
export function changesOf(documents: DocumentSet): Pick<DocumentChange, 'id' | 'after'>[] {
  const layers: OverlaidDocuments['changed'][] = []
  for (let top = documents; isOverlaid(top); top = top.base) layers.unshift(top.changed)
  const merged = new Map(layers.flatMap((changed) => [...changed]))
  return Array.from(merged, ([id, after]) => (after ? {id, after} : {id}))
}

function isOverlaid(documents: DocumentSet): documents is OverlaidDocuments {
  return 'changed' in documents
}
