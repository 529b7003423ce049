import type {GateModel} from '../model/gateModel.ts'
import {watchedTypes} from '../model/watchedTypes.ts'
import {isRecord, textAt} from '../model/record.ts'
import type {SealerEvent} from './sealerEvent.ts'

/** When a Sanity document function is called and what it is told, as its blueprint says it. */
export interface HandleEventRule {
  on: ['create', 'update', 'delete']
  filter: string
  projection: `{${string}}`
  includeDrafts: false
  includeAllVersions: false
}

/** The rule that tells a document function of all that concerns the sealer: gated documents, reviews, checkpoints and agreements. */
export function handleEventRule(model: GateModel): HandleEventRule {
  const types = JSON.stringify([...watchedTypes(model), 'review', 'checkpoint'])
  const {agreement} = model.options
  const group = agreement ? [agreement.groupPath.split('.')[0] ?? ''] : []
  const read = ['_id', '_type', 'subject', 'members', ...group].join(', ')
  return {
    on: ['create', 'update', 'delete'],
    filter: `_type in ${types} || before()._type in ${types}`,
    projection: `{${read}, "before": before(){${read}}}`,
    includeDrafts: false,
    includeAllVersions: false,
  }
}

/** Reads what the rule's projection gives; `undefined` where it names no document. */
export function readHandledEvent(data: unknown): SealerEvent | undefined {
  if (!isRecord(data)) return undefined
  const {before} = data
  const documentId = textAt(data, '_id') ?? (isRecord(before) ? textAt(before, '_id') : undefined)
  return documentId === undefined ? undefined : {documentId, before, after: data}
}
