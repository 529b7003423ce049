import {draftIdOf, isVersionId, publishedIdOf} from '../documentIds.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {DocumentChange, LakeDocument} from '../storage/storage.ts'

/** All copies of a document: published, draft and versions. */
export interface Copies {
  of(publishedId: string): LakeDocument[]
  /** To be told of every change, so that versions are found without looking through all documents. */
  note(changes: readonly DocumentChange[]): void
}

/** Creates what finds the copies that stand in a document set. */
export function createCopies(documents: DocumentSet): Copies {
  const versions = new Map<string, Set<string>>()
  const add = (id: string): void => {
    const published = publishedIdOf(id)
    const ids = versions.get(published) ?? new Set<string>()
    versions.set(published, ids.add(id))
  }
  const drop = (id: string): void => {
    const published = publishedIdOf(id)
    const ids = versions.get(published)
    ids?.delete(id)
    if (ids?.size === 0) versions.delete(published)
  }
  for (const {_id} of documents.all()) if (isVersionId(_id)) add(_id)
  return {
    of: (publishedId) =>
      [publishedId, draftIdOf(publishedId), ...(versions.get(publishedId) ?? [])].flatMap(
        (id) => documents.get(id) ?? [],
      ),
    note(changes) {
      for (const {id, after} of changes) {
        if (!isVersionId(id)) continue
        if (after) add(id)
        else drop(id)
      }
    },
  }
}
