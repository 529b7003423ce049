import type {LogReader} from './logReader.ts'
import type {Transaction} from './storage.ts'
import {afterIn, touchIn} from './transactionParts.ts'

/** The end of the log that is not filed yet, which is found here. */
export interface Tail {
  readonly transactions: readonly Transaction[]
  readonly length: number
  /** How long it is as it is written. */
  readonly characters: number
  get(id: string): Transaction | undefined
  add(transactions: readonly Transaction[], characters: number): void
  clear(): void
}

/** Creates an empty tail. */
export function createTail(): Tail {
  const byId = new Map<string, Transaction>()
  let size = 0
  return {
    get transactions() {
      return [...byId.values()]
    },
    get length() {
      return byId.size
    },
    get characters() {
      return size
    },
    get: (id) => byId.get(id),
    add(transactions, characters) {
      for (const transaction of transactions) byId.set(transaction.id, transaction)
      size += characters
    },
    clear() {
      byId.clear()
      size = 0
    },
  }
}

/** Reads the whole log: what is filed, then its tail. */
export function withTail(filed: LogReader, tail: Tail): Omit<LogReader, 'latest'> {
  const ofTail = (documentIds: readonly string[]): Transaction[] => {
    const ids = new Set(documentIds)
    return tail.transactions.filter(({changes}) => changes.some(({id}) => ids.has(id)))
  }
  return {
    hasTransaction: (id) => tail.get(id) !== undefined || filed.hasTransaction(id),
    transaction: (id) => tail.get(id) ?? filed.transaction(id),
    transactionsOf: (ids) => [...filed.transactionsOf(ids), ...ofTail(ids)],
    transactionsAfter(sequence, limit) {
      const start = Math.max(sequence, 0)
      const end = (tail.transactions[0]?.sequence ?? Infinity) - 1
      const found = start < end ? filed.transactionsAfter(start, Math.min(limit, end - start)) : []
      const following = tail.transactions.filter((transaction) => transaction.sequence > start)
      return [...found, ...following.slice(0, limit - found.length)]
    },
    touchesOf: (ids) => [
      ...filed.touchesOf(ids),
      ...ofTail(ids).map((transaction) => touchIn(transaction, ids)),
    ],
    documentAt(id, sequence) {
      const transaction = tail.transactions.find((each) => each.sequence === sequence)
      return transaction ? afterIn(transaction, id) : filed.documentAt(id, sequence)
    },
  }
}
