import {ApiError} from '../apiError.ts'
import type {WorkingSet} from '../commit/workingSet.ts'
import {isDocumentId, isDraftId, isPublishedId, isVersionId, publishedIdOf} from '../documentIds.ts'
import {isRecord, textOf, type JsonRecord} from '../json.ts'
import type {LakeDocument} from '../storage/storage.ts'

/** One action of a request, with its place in it. */
export interface Action {
  fields: JsonRecord
  index: number
}

/** One action's failure as the hosted service tells it; all actions of the request fail with it. */
function actionError(statusCode: number, index: number, type: string, reason: string): ApiError {
  return new ApiError(statusCode, 'actionError', `Action failed: ${reason}`, {
    items: [{error: {type, description: reason}, index}],
  })
}

export const invalidAction = (index: number, reason: string): ApiError =>
  actionError(400, index, 'invalidActionError', reason)
export const unsupportedAction = (index: number, reason: string): ApiError =>
  actionError(400, index, 'actionNotSupportedError', reason)
export const conflict = (index: number, reason: string): ApiError =>
  actionError(409, index, 'actionConflictError', reason)

/** The id under the first of the names that is there. */
function idIn({fields, index}: Action, names: readonly string[], fits: (id: string) => boolean) {
  const name = names.find((each) => fields[each] !== undefined) ?? names[0] ?? ''
  const {[name]: id} = fields
  if (isDocumentId(id) && fits(id)) return id
  throw invalidAction(
    index,
    `"${name}" of ${textOf(fields.actionType)} is not such an ID: ${JSON.stringify(id ?? null)}`,
  )
}

const isCopyId = (id: string): boolean =>
  (isDraftId(id) || isVersionId(id)) && publishedIdOf(id) !== ''

/** The draft or version that an action is on, under either of its names. */
export const copyIdIn = (action: Action): string => idIn(action, ['draftId', 'versionId'], isCopyId)
export const publishedIdIn = (action: Action): string =>
  idIn(action, ['publishedId'], isPublishedId)

/** The two ids of an action on a document and its draft or version. */
export function pairIn(action: Action): {copyId: string; publishedId: string} {
  const copyId = copyIdIn(action)
  return {copyId, publishedId: belonging(action, copyId)}
}

/** The published id, when the id of a draft or version belongs to it. */
function belonging(action: Action, copyId: string): string {
  const publishedId = publishedIdIn(action)
  if (publishedIdOf(copyId) === publishedId) return publishedId
  throw invalidAction(action.index, `"${copyId}" is no draft or version of "${publishedId}"`)
}

/** A draft or version to be written, from the field that holds it; without an id it is the draft. */
export function copyIn(
  action: Action,
  field: 'attributes' | 'document',
): {content: JsonRecord; copyId: string; publishedId: string} {
  const {[field]: content} = action.fields
  if (!isRecord(content)) throw invalidAction(action.index, `"${field}" must be a document`)
  const draftId = `drafts.${textOf(action.fields.publishedId) ?? ''}`
  const copyId = content._id ?? (field === 'attributes' ? draftId : undefined)
  if (!isDocumentId(copyId) || !isCopyId(copyId)) {
    throw invalidAction(
      action.index,
      `"_id" of "${field}" is not the ID of a draft or version: ${JSON.stringify(copyId ?? null)}`,
    )
  }
  const publishedId =
    action.fields.publishedId === undefined ? publishedIdOf(copyId) : belonging(action, copyId)
  return {content: {...content, _id: copyId}, copyId, publishedId}
}

export function found(set: WorkingSet, id: string, index: number): LakeDocument {
  const document = set.get(id)
  if (!document) throw conflict(index, `Document "${id}" does not exist`)
  return document
}

/** Content without what the lake stamps. */
export function contentOf({_rev: _r, _updatedAt: _u, ...content}: LakeDocument): JsonRecord {
  return content
}
