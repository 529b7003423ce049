import {isPublishedId, publishedIdOf} from '../documentIds.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {EVERYTHING, idKey, referenceKey, tagOf, typeKey} from './syncTags.ts'

/** A document set that remembers what it was asked. */
export interface RecordedDocuments extends DocumentSet {
  /** What any commit that could change an answer is announced with at least one of. */
  tags(): string[]
}

/** An answer that depends on more than this is asked for again after every commit. */
const MOST_TAGS = 200

/** Wraps a document set for the evaluation of one query. */
export function recordDependencies(documents: DocumentSet): RecordedDocuments {
  const lists = new Set<string>()
  const ids = new Set<string>()
  /**
   * Published documents that stood in a recorded list: every change of one, and of its drafts, is announced with the
   * key of that list. What a draft was is not told to everybody, so that a listed draft does not count.
   */
  const listed = new Set<string>()
  function* noting(key: string, found: Iterable<LakeDocument>): Iterable<LakeDocument> {
    lists.add(key)
    for (const document of found) {
      if (isPublishedId(document._id)) listed.add(document._id)
      yield document
    }
  }
  return {
    get size() {
      lists.add(EVERYTHING)
      return documents.size
    },
    get(id) {
      ids.add(publishedIdOf(id))
      return documents.get(id)
    },
    all() {
      lists.add(EVERYTHING)
      return documents.all()
    },
    byType: (type) => noting(typeKey(type), documents.byType(type)),
    referencing: (id) => noting(referenceKey(id), documents.referencing(id)),
    tags() {
      const keys = [...lists, ...[...ids].filter((id) => !listed.has(id)).map(idKey)]
      const coarse = lists.has(EVERYTHING) || keys.length > MOST_TAGS
      return coarse ? [tagOf(EVERYTHING)] : keys.map(tagOf)
    },
  }
}
