import type {LakeDocument, Storage, Transaction} from './storage.ts'

/** Keeps everything for as long as the process lives: for tests and trials. */
export function memoryStorage(): Storage {
  const log: Transaction[] = []
  const ids = new Map<string, Transaction>()
  const byDocument = new Map<string, Transaction[]>()
  const blobs = new Map<string, Uint8Array>()
  return {
    load: (): Iterable<LakeDocument> => [],
    lastSequence: () => log.length,
    append(transactions) {
      for (const transaction of transactions) {
        log.push(transaction)
        ids.set(transaction.id, transaction)
        for (const {id} of transaction.changes) {
          byDocument.set(id, [...(byDocument.get(id) ?? []), transaction])
        }
      }
    },
    hasTransaction: (id) => ids.has(id),
    transaction: (id) => ids.get(id),
    transactionsOf(documentIds) {
      const found = new Set(documentIds.flatMap((id) => byDocument.get(id) ?? []))
      return [...found].toSorted((a, b) => a.sequence - b.sequence)
    },
    transactionsAfter: (sequence, limit) => log.slice(sequence, sequence + limit),
    putBlob: (id, bytes) => void blobs.set(id, bytes),
    getBlob: (id) => blobs.get(id),
    close: () => undefined,
  }
}
