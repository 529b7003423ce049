import type {LakeDocument, Storage, Transaction} from './storage.ts'
import {afterIn, touchIn} from './transactionParts.ts'

/** Keeps everything for as long as the process lives: for tests and trials. */
export function memoryStorage(): Storage {
  const log: Transaction[] = []
  const byId = new Map<string, Transaction>()
  const byDocument = new Map<string, Transaction[]>()
  const blobs = new Map<string, Uint8Array>()
  const touch = (id: string, transaction: Transaction): void => {
    const touching = byDocument.get(id)
    if (touching) touching.push(transaction)
    else byDocument.set(id, [transaction])
  }
  const transactionsOf = (documentIds: readonly string[]): Transaction[] => {
    const found = new Set(documentIds.flatMap((id) => byDocument.get(id) ?? []))
    return [...found].toSorted((a, b) => a.sequence - b.sequence)
  }
  return {
    load: (): Iterable<LakeDocument> => [],
    lastSequence: () => log.length,
    append(transactions) {
      for (const transaction of transactions) {
        log.push(transaction)
        byId.set(transaction.id, transaction)
        for (const {id} of transaction.changes) touch(id, transaction)
      }
    },
    hasTransaction: (id) => byId.has(id),
    transaction: (id) => byId.get(id),
    transactionsOf,
    transactionsAfter: (sequence, limit) =>
      log.slice(Math.max(sequence, 0), Math.max(sequence, 0) + limit),
    touchesOf: (ids) => transactionsOf(ids).map((transaction) => touchIn(transaction, ids)),
    documentAt: (id, sequence) => afterIn(log[sequence - 1], id),
    putBlob: (id, bytes) => void blobs.set(id, bytes),
    blobSize: (id) => blobs.get(id)?.byteLength,
    getBlob(id, part) {
      const bytes = blobs.get(id)
      return part ? bytes?.subarray(part.start, part.end + 1) : bytes
    },
    close: () => undefined,
  }
}
