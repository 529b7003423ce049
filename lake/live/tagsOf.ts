import {isPublishedId, publishedIdOf} from '../documentIds.ts'
import type {DocumentChange} from '../storage/storage.ts'
import type {Copies} from './createCopies.ts'
import {EVERYTHING, idKey, listKeys, tagOf} from './syncTags.ts'

/** Who is told: of published documents only, or of drafts and versions too. */
export type Audience = 'published' | 'all'

/** The tags to announce a transaction with; none when it changed nothing that the audience is told of. */
export function tagsOf(
  changes: readonly DocumentChange[],
  copies: Copies,
  audience: Audience,
): string[] {
  const told = audience === 'all' ? changes : changes.filter(({id}) => isPublishedId(id))
  if (told.length === 0) return []
  const keys = new Set([EVERYTHING])
  for (const {id, before, after} of told) {
    keys.add(idKey(id))
    for (const state of [before, after]) {
      if (state) listKeys(state).forEach((key) => keys.add(key))
    }
  }
  // A change of one copy may hide or show another, which stands in other lists.
  const touched = new Set(told.map(({id}) => publishedIdOf(id)))
  for (const published of touched) {
    for (const copy of copies.of(published)) listKeys(copy).forEach((key) => keys.add(key))
  }
  return Array.from(keys, tagOf)
}
