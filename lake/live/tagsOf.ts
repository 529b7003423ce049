import {draftIdOf, isPublishedId, isVersionId, publishedIdOf} from '../documentIds.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {DocumentChange, LakeDocument} from '../storage/storage.ts'
import {EVERYTHING, idKey, listKeys, tagOf} from './syncTags.ts'

/**
 * The tags to announce a transaction with; none when it concerns only drafts and versions, and those are not asked for.
 * `documents` are those after the transaction.
 */
export function tagsOf(
  changes: readonly DocumentChange[],
  documents: DocumentSet,
  {includeDrafts}: {includeDrafts: boolean},
): string[] {
  const told = includeDrafts ? changes : changes.filter(({id}) => isPublishedId(id))
  if (told.length === 0) return []
  const keys = new Set([EVERYTHING])
  for (const {id, before, after} of told) {
    keys.add(idKey(id))
    for (const state of [before, after]) {
      if (state) listKeys(state).forEach((key) => keys.add(key))
    }
  }
  for (const copy of copiesOf(told, documents)) listKeys(copy).forEach((key) => keys.add(key))
  return Array.from(keys, tagOf)
}

/** All copies of the changed documents: a change of one may hide or show another, which stands in other lists. */
function* copiesOf(
  changes: readonly DocumentChange[],
  documents: DocumentSet,
): Iterable<LakeDocument> {
  const ids = new Set(changes.map(({id}) => publishedIdOf(id)))
  for (const id of ids) {
    for (const copy of [documents.get(id), documents.get(draftIdOf(id))]) if (copy) yield copy
  }
  for (const document of documents.all()) {
    if (isVersionId(document._id) && ids.has(publishedIdOf(document._id))) yield document
  }
}
