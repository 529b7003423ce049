import type {DatabaseSync} from 'node:sqlite'
import {isRecord} from '../json.ts'
import {readDocument} from './readDocument.ts'
import type {DocumentChange, Transaction} from './storage.ts'
import {StorageError} from './storageError.ts'

/** Writes transactions down; both parts run within a transaction of the database. */
export interface Journal {
  /** Writes transactions one behind the other, which is all that a commit needs, and gives their length. */
  write(transactions: readonly Transaction[]): number
  /** Moves transactions from the journal to where they are found by id and by document. */
  file(transactions: readonly Transaction[]): void
  /** What an earlier session did not file, without what was there before each change. */
  unfiled(): Transaction[]
}

/** Creates the journal of a database. */
export function createJournal(database: DatabaseSync): Journal {
  const statements = {
    write: database.prepare('INSERT INTO journal VALUES (?, ?)'),
    unfiled: database.prepare('SELECT sequence, content FROM journal ORDER BY sequence'),
    clear: database.prepare('DELETE FROM journal'),
    insert: database.prepare('INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?, ?)'),
    insertChange: database.prepare('INSERT INTO changes VALUES (?, ?, ?, ?)'),
    lastChange: database.prepare('SELECT coalesce(max(change), 0) AS n FROM changes'),
  }
  return {
    write(transactions) {
      let length = 0
      for (const {sequence, changes, ...transaction} of transactions) {
        const states = changes.map(({id, after}) => ({id, after}))
        const content = JSON.stringify({...transaction, changes: states})
        statements.write.run(sequence, content)
        length += content.length
      }
      return length
    },
    file(transactions) {
      let change = Number(statements.lastChange.get()?.n)
      for (const {id, sequence, timestamp, author, mutations, changes} of transactions) {
        const [first, count] = [change + 1, changes.length]
        const asked = JSON.stringify(mutations)
        statements.insert.run(sequence, id, timestamp, author, first, count, asked)
        for (const {id: document, after} of changes) {
          change += 1
          const content = after ? JSON.stringify(after) : null
          statements.insertChange.run(change, sequence, document, content)
        }
      }
      statements.clear.run()
    },
    unfiled: () =>
      statements.unfiled
        .all()
        .map(({sequence, content}) => readTransaction(Number(sequence), String(content))),
  }
}

function readTransaction(sequence: number, content: string): Transaction {
  const value: unknown = JSON.parse(content)
  if (!isRecord(value) || !Array.isArray(value.mutations) || !Array.isArray(value.changes))
    throw new StorageError(`Transaction ${sequence} in the store is not one that a lake wrote`)
  const {id, timestamp, author, mutations, changes} = value
  return {
    id: String(id),
    sequence,
    timestamp: String(timestamp),
    author: String(author),
    mutations,
    changes: changes.filter(isRecord).map(readChange),
  }
}

function readChange({id, after}: Record<string, unknown>): DocumentChange {
  const document = String(id)
  return after === undefined
    ? {id: document}
    : {id: document, after: readDocument(document, JSON.stringify(after))}
}
