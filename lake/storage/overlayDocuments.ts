import type {DocumentSet} from './documentSet.ts'
import {referencesIn} from './referencesIn.ts'
import type {LakeDocument} from './storage.ts'

/** A document set that shows changes on top of another one without touching it. */
export interface OverlaidDocuments extends DocumentSet {
  /** The changed documents by id; `undefined` stands for a removed one. */
  readonly changed: ReadonlyMap<string, LakeDocument | undefined>
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
