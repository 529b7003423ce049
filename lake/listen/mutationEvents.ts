import type {RawPatch} from 'mendoza'
import {isRecord} from '../json.ts'
import type {DocumentChange, LakeDocument, Transaction} from '../storage/storage.ts'
import {eventIdOf} from './eventId.ts'
import {mendozaEncode} from './mendozaEncode.ts'

export interface ListenOptions {
  includeResult: boolean
  includePreviousRevision: boolean
  includeMutations: boolean
  mendoza: boolean
}

export interface MutationEvent {
  eventId: string
  documentId: string
  transactionId: string
  transition: 'appear' | 'update' | 'disappear'
  identity: string
  timestamp: string
  visibility: 'query'
  resultRev: string
  previousRev?: string
  mutations: readonly unknown[]
  effects?: {apply: RawPatch; revert: RawPatch}
  result?: LakeDocument
  /** `null` for a document that was made. */
  previous?: LakeDocument | null
  transactionTotalEvents: number
  transactionCurrentEvent: number
}

type Matched = DocumentChange & {transition: MutationEvent['transition']}

/** The events of one transaction that a filter lets through; the counts are of these alone. */
export function mutationEvents(
  transaction: Transaction,
  matches: (document: LakeDocument | undefined) => boolean,
  options: ListenOptions,
): MutationEvent[] {
  const matched = transaction.changes.flatMap((change): Matched[] => {
    const [was, is] = [matches(change.before), matches(change.after)]
    if (!was && !is) return []
    return [{...change, transition: !was ? 'appear' : is ? 'update' : 'disappear'}]
  })
  return matched.map((change, index) =>
    mutationEvent(transaction, change, options, index + 1, matched.length),
  )
}

function mutationEvent(
  {id: transactionId, author, timestamp, mutations}: Transaction,
  {id, before, after, transition}: Matched,
  options: ListenOptions,
  current: number,
  total: number,
): MutationEvent {
  return {
    eventId: eventIdOf({transactionId, documentId: id}),
    documentId: id,
    transactionId,
    transition,
    identity: author,
    timestamp,
    visibility: 'query',
    resultRev: transactionId,
    ...(before && transition !== 'appear' ? {previousRev: before._rev} : {}),
    mutations: options.includeMutations
      ? mutations.filter((mutation) => concerns(mutation, id))
      : [],
    ...(options.mendoza ? {effects: effectsOf(before, after)} : {}),
    ...(options.includeResult && after ? {result: after} : {}),
    ...(options.includePreviousRevision ? {previous: before ?? null} : {}),
    transactionTotalEvents: total,
    transactionCurrentEvent: current,
  }
}

/** Patches between the two states, without `_rev`: the Studio puts the revision in itself. */
export function effectsOf(
  before: LakeDocument | undefined,
  after: LakeDocument | undefined,
): {apply: RawPatch; revert: RawPatch} {
  const [from, to] = [withoutRev(before), withoutRev(after)]
  return {apply: mendozaEncode(from, to), revert: mendozaEncode(to, from)}
}

function withoutRev(document: LakeDocument | undefined): object | null {
  if (!document) return null
  const {_rev, ...rest} = document
  return rest
}

/** Whether a recorded mutation, `{create: {_id}}` or `{patch: {id}}`, is of a document. */
function concerns(mutation: unknown, id: string): boolean {
  const [operation] = isRecord(mutation) ? Object.values(mutation) : []
  return isRecord(operation) && (operation._id === id || operation.id === id)
}
