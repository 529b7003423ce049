import {isRecord} from '../json.ts'
import {effectsOf} from '../listen/mutationEvents.ts'
import type {DocumentChange, Touch, Transaction} from '../storage/storage.ts'

export interface LineOptions {
  /** Leaves the other documents that a transaction touched unnamed. */
  onlyIdentified: boolean
  mutations: boolean
  mendoza: boolean
}

/** Whether a line says nothing that is not known of how the documents were touched. */
export const isHeadOnly = ({onlyIdentified, mutations, mendoza}: LineOptions): boolean =>
  onlyIdentified && !mutations && !mendoza

/** The same line, where no content is in it: none is read for it. */
export function headLine({id, timestamp, author, documents}: Touch): object {
  return {id, timestamp, author, documentIDs: documents.map((document) => document.id)}
}

/** One transaction as one line of the log of some documents. */
export function transactionLine(
  transaction: Transaction,
  ids: readonly string[],
  {onlyIdentified, mutations, mendoza}: LineOptions,
): object {
  const {id, timestamp, author, changes} = transaction
  const own = changes.filter((change) => ids.includes(change.id))
  const named = onlyIdentified ? own : changes
  const effects = (): object =>
    Object.fromEntries(own.map((change) => [change.id, effectsOf(change.before, change.after)]))
  return {
    id,
    timestamp,
    author,
    documentIDs: named.map((change) => change.id),
    ...(mutations ? {mutations: mutationsOf(transaction, named)} : {}),
    ...(mendoza ? {effects: effects()} : {}),
  }
}

/** What was asked of the documents that are named, as it was asked. */
function mutationsOf({mutations}: Transaction, named: readonly DocumentChange[]): unknown[] {
  const ids = new Set(named.map((change) => change.id))
  return mutations.filter((mutation) => {
    const [operation] = isRecord(mutation) ? Object.values(mutation) : []
    const id = isRecord(operation) ? (operation._id ?? operation.id) : undefined
    return typeof id === 'string' && ids.has(id)
  })
}
