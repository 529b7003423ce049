import type {MutationResult, WorkingSet} from '../commit/workingSet.ts'
import {isRecord, textOf} from '../json.ts'
import {invalidAction, unsupportedAction, type Action} from './actionInput.ts'
import {
  create,
  deleteDocument,
  discard,
  edit,
  publish,
  replaceDraft,
  unpublish,
} from './documentActions.ts'
import {createVersion, replaceVersion, unpublishVersion} from './versionActions.ts'

type Handler = (set: WorkingSet, action: Action) => MutationResult[]

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
  'sanity.action.document.version.unpublish': unpublishVersion,
}

/** What is not carried out, and why. */
const LEFT_OUT: readonly (readonly [prefix: string, what: string])[] = [
  ['sanity.action.release.', 'Releases are not supported by this lake yet'],
  ['sanity.action.document.variant.', 'Variants are not supported by this lake'],
  ['sanity.action.variant.', 'Variants are not supported by this lake'],
]

/** Applies one action as the Studio sends it. */
export function applyAction(set: WorkingSet, action: unknown, index: number): MutationResult[] {
  const type = isRecord(action) ? textOf(action.actionType) : undefined
  if (!isRecord(action) || !type)
    throw invalidAction(index, `Action ${index} needs an "actionType"`)
  const handler = Object.hasOwn(HANDLERS, type) ? HANDLERS[type] : undefined
  if (handler) return handler(set, {fields: action, index})
  const [, reason] = LEFT_OUT.find(([prefix]) => type.startsWith(prefix)) ?? []
  throw unsupportedAction(
    index,
    reason === undefined
      ? `This lake does not know the action "${type}"`
      : `${reason}: "${type}" was not carried out`,
  )
}
