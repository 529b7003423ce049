import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'
import {readDocument} from './readDocument.ts'
import type {DocumentChange, Storage, Transaction} from './storage.ts'

export type LogReader = Pick<
  Storage,
  'hasTransaction' | 'transaction' | 'transactionsOf' | 'transactionsAfter'
>

const HEAD = 'SELECT sequence, id, timestamp, author FROM transactions'

/**
 * Reads what is filed of the log. Of each transaction only its head is held; mutations and changes are read from disk whenever they are
 * asked for, so that a history of any length can be gone through.
 */
export function createLogReader(database: DatabaseSync): LogReader {
  const statements = {
    has: database.prepare('SELECT 1 FROM transactions WHERE id = ?'),
    byId: database.prepare(`${HEAD} WHERE id = ?`),
    of: database.prepare(
      `${HEAD} WHERE sequence IN
         (SELECT sequence FROM changes WHERE document IN (SELECT value FROM json_each(?))) ORDER BY sequence`,
    ),
    after: database.prepare(`${HEAD} WHERE sequence > ? ORDER BY sequence LIMIT ?`),
    mutations: database.prepare('SELECT mutations FROM transactions WHERE sequence = ?'),
    changes: database.prepare(
      `SELECT document, content FROM changes, transactions USING (sequence)
         WHERE sequence = ? AND change BETWEEN first AND first + count - 1`,
    ),
    before: database.prepare(
      'SELECT content FROM changes WHERE document = ? AND sequence < ? ORDER BY sequence DESC LIMIT 1',
    ),
  }
  const changesOf = (sequence: number): DocumentChange[] =>
    statements.changes.all(sequence).map(({document, content}) => {
      const id = String(document)
      const before = stateIn(id, statements.before.get(id, sequence)?.content)
      const after = stateIn(id, content)
      return {id, ...(before ? {before} : {}), ...(after ? {after} : {})}
    })
  const read = (row: Record<string, SQLOutputValue>): Transaction => {
    const sequence = Number(row.sequence)
    return {
      id: String(row.id),
      sequence,
      timestamp: String(row.timestamp),
      author: String(row.author),
      get mutations() {
        const mutations: unknown = JSON.parse(String(statements.mutations.get(sequence)?.mutations))
        return Array.isArray(mutations) ? mutations : []
      },
      get changes() {
        return changesOf(sequence)
      },
    }
  }
  return {
    hasTransaction: (id) => statements.has.get(id) !== undefined,
    transaction: (id) => {
      const row = statements.byId.get(id)
      return row && read(row)
    },
    transactionsOf: (ids) => statements.of.all(JSON.stringify(ids)).map(read),
    transactionsAfter: (sequence, limit) => statements.after.all(sequence, limit).map(read),
  }
}

function stateIn(id: string, content: SQLOutputValue | undefined) {
  return typeof content === 'string' ? readDocument(id, content) : undefined
}
