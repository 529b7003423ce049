import type {GateModel} from '../model/gateModel.ts'
import {isRecord, textAt} from '../model/record.ts'
import type {SealerEvent} from './handleEvent.ts'

/** When a Sanity document function is called and what it is told, as its blueprint says it. */
export interface HandleEventRule {
  on: ['create', 'update', 'delete']
  filter: string
  projection: `{${string}}`
  includeDrafts: false
  includeAllVersions: false
}

const READ = '_id, _type, subject, members'

/** The rule that tells a document function of all that concerns the sealer: gated documents, reviews and checkpoints. */
export function handleEventRule(model: GateModel): HandleEventRule {
  const types = JSON.stringify([...Object.keys(model.types), 'review', 'checkpoint'])
  return {
    on: ['create', 'update', 'delete'],
    filter: `_type in ${types} || before()._type in ${types}`,
    projection: `{${READ}, "before": before(){${READ}}}`,
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
