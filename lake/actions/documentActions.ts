import type {MutationResult, WorkingSet} from '../commit/workingSet.ts'
import {draftIdOf, isDraftId, isVersionId, publishedIdOf} from '../documentIds.ts'
import {isRecord} from '../json.ts'
import {
  conflict,
  contentOf,
  copyIdIn,
  copyIn,
  found,
  invalidAction,
  pairIn,
  publishedIdIn,
  type Action,
} from './actionInput.ts'
import {strengthened} from './strengthened.ts'

/** A new draft of what is not published; `ifExists` says what a draft that is there already means. */
export function create(set: WorkingSet, action: Action): MutationResult[] {
  const {fields, index} = action
  const {content, copyId, publishedId} = copyIn(action, 'attributes')
  if (isDraftId(copyId) && set.get(publishedId))
    throw conflict(index, `Document "${publishedId}" is published already`)
  const {ifExists = 'fail'} = fields
  if (ifExists !== 'fail' && ifExists !== 'ignore')
    throw invalidAction(index, '"ifExists" must be "fail" or "ignore"')
  if (set.get(copyId) && ifExists === 'ignore') return [{id: copyId, operation: 'none'}]
  return [set.create(content, index)]
}

/** What the Studio sends to see whether an empty action is let through. */
const GUARD = '_empty_action_guard_pseudo_field_'

/** Changes the draft, after making it of what is published where there is none. */
export function edit(set: WorkingSet, action: Action): MutationResult[] {
  const {fields, index} = action
  const {patch} = fields
  if (!isRecord(patch)) throw invalidAction(index, '"patch" must be a patch')
  const {copyId, publishedId} = pairIn(action)
  const results: MutationResult[] = []
  if (!set.get(copyId)) {
    const {_createdAt: _c, ...content} = contentOf(found(set, publishedId, index))
    results.push(set.create({...content, _id: copyId}, index))
  }
  const {unset, ...others} = patch
  const isGuard =
    Array.isArray(unset) &&
    unset.length === 1 &&
    unset[0] === GUARD &&
    Object.keys(others).length === 0
  return isGuard ? results : [...results, set.patch(copyId, patch, index)]
}

/** Puts the draft in the place of what is published. */
export function publish(set: WorkingSet, action: Action): MutationResult[] {
  const {fields, index} = action
  const {copyId, publishedId} = pairIn(action)
  const draft = found(set, copyId, index)
  set.expectRevision(copyId, fields.ifDraftRevisionId, index)
  set.expectRevision(publishedId, fields.ifPublishedRevisionId, index)
  const published = set.get(publishedId)
  const content = strengthened({
    ...contentOf(draft),
    _id: publishedId,
    _createdAt: published?._createdAt ?? draft._createdAt,
  })
  return [set.createOrReplace(content, index), set.delete(copyId, index)]
}

/** Makes a draft of what is published, where there is none, and removes that. */
export function unpublish(set: WorkingSet, action: Action): MutationResult[] {
  const {index} = action
  const {copyId, publishedId} = pairIn(action)
  const published = found(set, publishedId, index)
  return [
    set.createIfNotExists({...contentOf(published), _id: copyId}, index),
    set.delete(publishedId, index),
  ]
}

/** Removes a draft or version that is there. */
export function discard(set: WorkingSet, action: Action): MutationResult[] {
  const id = copyIdIn(action)
  found(set, id, action.index)
  return [set.delete(id, action.index)]
}

/** Removes what is published together with all its drafts and versions, each of which must be named. */
export function deleteDocument(set: WorkingSet, action: Action): MutationResult[] {
  const {fields, index} = action
  const publishedId = publishedIdIn(action)
  const {includeDrafts: included = []} = fields
  const isCopy = (id: unknown): id is string =>
    typeof id === 'string' &&
    (isDraftId(id) || isVersionId(id)) &&
    publishedIdOf(id) === publishedId
  if (!Array.isArray(included) || !included.every(isCopy))
    throw invalidAction(index, `"includeDrafts" must be IDs of drafts of "${publishedId}"`)
  found(set, publishedId, index)
  const left = copiesOf(set, publishedId).find((id) => !included.includes(id))
  if (left !== undefined)
    throw conflict(index, `Document "${publishedId}" has "${left}", which is not included`)
  return [...included, publishedId].map((id) => set.delete(id, index))
}

function copiesOf(set: WorkingSet, publishedId: string): string[] {
  const draft = set.get(draftIdOf(publishedId))
  const versions = [...set.documents.all()].filter(
    ({_id}) => isVersionId(_id) && publishedIdOf(_id) === publishedId,
  )
  return [...(draft ? [draft] : []), ...versions].map(({_id}) => _id)
}

/** Puts other content into the draft of a document that is there, in whatever state. */
export function replaceDraft(set: WorkingSet, action: Action): MutationResult[] {
  const {index} = action
  const {content, copyId, publishedId} = copyIn(action, 'attributes')
  if (!set.get(copyId)) found(set, publishedId, index)
  return [set.createOrReplace(content, index)]
}
