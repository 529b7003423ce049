import type {LakeDocument, Touch, Transaction} from './storage.ts'

/** How a transaction touched some documents. */
export function touchIn(transaction: Transaction, ids: readonly string[]): Touch {
  const {id, sequence, timestamp, author, changes} = transaction
  const documents = changes
    .filter((change) => ids.includes(change.id))
    .map((change) => ({id: change.id, present: change.after !== undefined}))
  return {id, sequence, timestamp, author, documents}
}

/** What a transaction left of a document. */
export const afterIn = (
  transaction: Transaction | undefined,
  id: string,
): LakeDocument | undefined => transaction?.changes.find((change) => change.id === id)?.after
