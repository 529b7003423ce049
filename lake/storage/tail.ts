import type {LogReader} from './logReader.ts'
import type {Transaction} from './storage.ts'

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
  return {
    hasTransaction: (id) => tail.get(id) !== undefined || filed.hasTransaction(id),
    transaction: (id) => tail.get(id) ?? filed.transaction(id),
    transactionsOf(documentIds) {
      const ids = new Set(documentIds)
      const ofTail = tail.transactions.filter(({changes}) => changes.some(({id}) => ids.has(id)))
      return [...filed.transactionsOf(documentIds), ...ofTail]
    },
    transactionsAfter(sequence, limit) {
      const end = (tail.transactions[0]?.sequence ?? Infinity) - 1
      const found =
        sequence < end ? filed.transactionsAfter(sequence, Math.min(limit, end - sequence)) : []
      const ofTail = tail.transactions.filter((transaction) => transaction.sequence > sequence)
      return [...found, ...ofTail.slice(0, limit - found.length)]
    },
  }
}
