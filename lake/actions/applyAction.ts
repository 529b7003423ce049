import {ApiError, badRequest} from '../apiError.ts'
import type {MutationResult, WorkingSet} from '../commit/workingSet.ts'
import {isDraftId, isPublishedId, isVersionId, publishedIdOf} from '../documentIds.ts'
import {isRecord, textOf, type JsonRecord} from '../json.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {strengthened} from './strengthened.ts'

type Handler = (set: WorkingSet, action: JsonRecord, index: number) => MutationResult[]

/** One handler per action type; all the actions of one request make one transaction. */
const HANDLERS: Readonly<Record<string, Handler>> = {
  'sanity.action.document.create': create,
  'sanity.action.document.edit': edit,
  'sanity.action.document.publish': publish,
  'sanity.action.document.unpublish': unpublish,
  'sanity.action.document.discard': discard,
  'sanity.action.document.delete': deleteDocument,
  'sanity.action.document.replaceDraft': replaceDraft,
  'sanity.action.document.version.create': createVersion,
  'sanity.action.document.version.replace': replaceVersion,
  'sanity.action.document.version.discard': discard,
}

/** Applies one action as the Studio sends it. */
export function applyAction(set: WorkingSet, action: unknown, index: number): MutationResult[] {
  const type = isRecord(action) ? textOf(action.actionType) : undefined
  if (!isRecord(action) || !type) throw badRequest(`Action ${index} needs an "actionType"`)
  const handler = Object.hasOwn(HANDLERS, type) ? HANDLERS[type] : undefined
  if (!handler) throw unsupported(type)
  return handler(set, action, index)
}

function unsupported(type: string): ApiError {
  return new ApiError(
    400,
    'actionNotSupportedError',
    type.startsWith('sanity.action.release.')
      ? `Releases are not supported by this lake yet: "${type}" was not carried out`
      : `This lake does not know the action "${type}"`,
  )
}

function conflict(description: string): ApiError {
  return new ApiError(409, 'actionConflictError', description)
}

function idIn(action: JsonRecord, key: string, fits: (id: string) => boolean): string {
  const id = textOf(action[key])
  if (!id || !fits(id))
    throw badRequest(
      `"${key}" of ${textOf(action.actionType)} is not such an ID: ${JSON.stringify(action[key])}`,
    )
  return id
}

const draftIdIn = (action: JsonRecord, key = 'draftId'): string =>
  idIn(action, key, (id) => isDraftId(id) || isVersionId(id))
const publishedIdIn = (action: JsonRecord): string => idIn(action, 'publishedId', isPublishedId)

/** The two ids of an action on a document and its draft or version. */
function pairIn(action: JsonRecord): {draftId: string; publishedId: string} {
  const draftId = draftIdIn(action)
  const publishedId = publishedIdIn(action)
  if (publishedIdOf(draftId) !== publishedId)
    throw badRequest(`"${draftId}" is no draft or version of "${publishedId}"`)
  return {draftId, publishedId}
}

function found(set: WorkingSet, id: string): LakeDocument {
  const document = set.get(id)
  if (!document) throw conflict(`Document "${id}" does not exist`)
  return document
}

/** Content without what the lake stamps. */
function contentOf({_rev: _r, _updatedAt: _u, ...content}: LakeDocument): JsonRecord {
  return content
}

function create(set: WorkingSet, action: JsonRecord, index: number): MutationResult[] {
  const {attributes} = action
  if (!isRecord(attributes)) throw badRequest('"attributes" must be a document')
  const {draftId, publishedId} = pairIn({...action, draftId: attributes._id})
  const exists = set.get(draftId) ?? set.get(publishedId)
  if (exists && action.ifExists === 'ignore') return [{id: exists._id, operation: 'none'}]
  return [set.create(attributes, index)]
}

/** What the Studio sends to see whether an empty action is let through. */
const GUARD = '_empty_action_guard_pseudo_field_'

function edit(set: WorkingSet, action: JsonRecord, index: number): MutationResult[] {
  const {patch} = action
  if (!isRecord(patch)) throw badRequest('"patch" must be a patch')
  const {draftId, publishedId} = pairIn(action)
  const results: MutationResult[] = []
  if (!set.get(draftId)) {
    const {_createdAt: _c, ...content} = contentOf(found(set, publishedId))
    results.push(set.create({...content, _id: draftId}, index))
  }
  const {unset, ...others} = patch
  const isGuard =
    Array.isArray(unset) &&
    unset.length === 1 &&
    unset[0] === GUARD &&
    Object.keys(others).length === 0
  return isGuard ? results : [...results, set.patch(draftId, patch, index)]
}

function publish(set: WorkingSet, action: JsonRecord, index: number): MutationResult[] {
  const {draftId, publishedId} = pairIn(action)
  const draft = found(set, draftId)
  set.expectRevision(draftId, action.ifDraftRevisionId, index)
  set.expectRevision(publishedId, action.ifPublishedRevisionId, index)
  const published = set.get(publishedId)
  const content = strengthened({
    ...contentOf(draft),
    _id: publishedId,
    _createdAt: published?._createdAt ?? draft._createdAt,
  })
  return [set.createOrReplace(content, index), set.delete(draftId, index)]
}

function unpublish(set: WorkingSet, action: JsonRecord, index: number): MutationResult[] {
  const {draftId, publishedId} = pairIn(action)
  const published = found(set, publishedId)
  return [
    set.createIfNotExists({...contentOf(published), _id: draftId}, index),
    set.delete(publishedId, index),
  ]
}

function discard(set: WorkingSet, action: JsonRecord, index: number): MutationResult[] {
  const id = draftIdIn(action, typeof action.versionId === 'string' ? 'versionId' : 'draftId')
  found(set, id)
  return [set.delete(id, index)]
}

function deleteDocument(set: WorkingSet, action: JsonRecord, index: number): MutationResult[] {
  const publishedId = publishedIdIn(action)
  const drafts = Array.isArray(action.includeDrafts)
    ? action.includeDrafts.filter((id) => typeof id === 'string')
    : []
  const foreign = drafts.find((id) => publishedIdOf(id) !== publishedId)
  if (foreign) throw badRequest(`"${foreign}" is no draft of "${publishedId}"`)
  const left = set.get(`drafts.${publishedId}`)
  if (left && !drafts.includes(left._id))
    throw conflict(`Document "${publishedId}" has a draft that is not included`)
  return [...drafts, publishedId].map((id) => set.delete(id, index))
}

function replaceDraft(set: WorkingSet, action: JsonRecord, index: number): MutationResult[] {
  const {attributes} = action
  if (!isRecord(attributes)) throw badRequest('"attributes" must be a document')
  return [set.createOrReplace({...attributes, _id: `drafts.${publishedIdIn(action)}`}, index)]
}

function createVersion(set: WorkingSet, action: JsonRecord, index: number): MutationResult[] {
  if (isRecord(action.document)) return [set.create(action.document, index)]
  const base = found(set, textOf(action.baseId) ?? '')
  return [
    set.create(
      {
        ...contentOf(base),
        _id: idIn(action, 'versionId', (id) => isVersionId(id) || isDraftId(id)),
      },
      index,
    ),
  ]
}

function replaceVersion(set: WorkingSet, action: JsonRecord, index: number): MutationResult[] {
  if (!isRecord(action.document)) throw badRequest('"document" must be a document')
  return [set.createOrReplace(action.document, index)]
}
