import type {MutationResult, WorkingSet} from '../commit/workingSet.ts'
import {publishedIdOf} from '../documentIds.ts'
import {textOf} from '../json.ts'
import {
  contentOf,
  copyIn,
  found,
  invalidAction,
  pairIn,
  publishedIdIn,
  type Action,
} from './actionInput.ts'

/** A new version, with the content that is sent or that of another document of the same group. */
export function createVersion(set: WorkingSet, action: Action): MutationResult[] {
  const {fields, index} = action
  publishedIdIn(action)
  if (fields.document !== undefined) return [set.create(copyIn(action, 'document').content, index)]
  const {copyId, publishedId} = pairIn(action)
  const baseId = textOf(fields.baseId) ?? ''
  if (publishedIdOf(baseId) !== publishedId)
    throw invalidAction(index, `"baseId" is no document, draft or version of "${publishedId}"`)
  const base = found(set, baseId, index)
  set.expectRevision(baseId, fields.ifBaseRevisionId, index)
  return [set.create({...contentOf(base), _id: copyId}, index)]
}

/** Puts other content into a version that is there. */
export function replaceVersion(set: WorkingSet, action: Action): MutationResult[] {
  const {content, copyId} = copyIn(action, 'document')
  found(set, copyId, action.index)
  return [set.createOrReplace(content, action.index)]
}

/** Marks a version, so that its release will remove what is published instead of replacing it. */
export function unpublishVersion(set: WorkingSet, action: Action): MutationResult[] {
  const {index} = action
  const {copyId, publishedId} = pairIn(action)
  found(set, copyId, index)
  found(set, publishedId, index)
  return [set.patch(copyId, {set: {'_system.delete': true}}, index)]
}
