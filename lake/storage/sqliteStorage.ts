import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'
import {isRecord} from '../json.ts'
import {openDatabase, StorageError} from './openDatabase.ts'
import type {DocumentChange, LakeDocument, Storage, Transaction} from './storage.ts'

/**
 * Opens the store in a folder, creating it when there is none. Acknowledged means on disk: write-ahead log, full sync.
 * @throws StorageError when the folder cannot be used.
 */
export function sqliteStorage(directory: string): Storage {
  const database = openDatabase(directory)
  const statements = prepareStatements(database)
  return {
    *load() {
      for (const {id, content} of statements.documents.iterate()) {
        yield readDocument(String(id), String(content))
      }
    },
    lastSequence: () => Number(statements.lastSequence.get()?.n),
    append(transactions) {
      database.exec('BEGIN IMMEDIATE')
      try {
        for (const transaction of transactions) write(statements, transaction)
        database.exec('COMMIT')
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
    hasTransaction: (id) => statements.has.get(id) !== undefined,
    transaction: (id) => {
      const row = statements.byId.get(id)
      return row && readTransaction(row)
    },
    transactionsOf: (ids) => statements.touching.all(JSON.stringify(ids)).map(readTransaction),
    transactionsAfter: (sequence, limit) =>
      statements.after.all(sequence, limit).map(readTransaction),
    putBlob: (id, bytes) => void statements.putBlob.run(id, bytes),
    getBlob: (id) => {
      const bytes = statements.blob.get(id)?.bytes
      return bytes instanceof Uint8Array ? bytes : undefined
    },
    close: () => database.close(),
  }
}

type Statements = ReturnType<typeof prepareStatements>

function prepareStatements(database: DatabaseSync) {
  return {
    documents: database.prepare('SELECT id, content FROM documents'),
    put: database.prepare(
      'INSERT INTO documents VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content',
    ),
    remove: database.prepare('DELETE FROM documents WHERE id = ?'),
    insert: database.prepare('INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?)'),
    touch: database.prepare('INSERT INTO touched VALUES (?, ?)'),
    lastSequence: database.prepare('SELECT coalesce(max(sequence), 0) AS n FROM transactions'),
    has: database.prepare('SELECT 1 FROM transactions WHERE id = ?'),
    byId: database.prepare('SELECT * FROM transactions WHERE id = ?'),
    touching: database.prepare(
      `SELECT * FROM transactions WHERE sequence IN
         (SELECT sequence FROM touched WHERE document IN (SELECT value FROM json_each(?))) ORDER BY sequence`,
    ),
    after: database.prepare(
      'SELECT * FROM transactions WHERE sequence > ? ORDER BY sequence LIMIT ?',
    ),
    putBlob: database.prepare('INSERT OR REPLACE INTO blobs VALUES (?, ?)'),
    blob: database.prepare('SELECT bytes FROM blobs WHERE id = ?'),
  }
}

function write(statements: Statements, transaction: Transaction): void {
  const {id, sequence, timestamp, author, mutations, changes} = transaction
  statements.insert.run(
    sequence,
    id,
    timestamp,
    author,
    JSON.stringify(mutations),
    JSON.stringify(changes),
  )
  for (const change of changes) {
    statements.touch.run(change.id, sequence)
    if (change.after) statements.put.run(change.id, JSON.stringify(change.after))
    else statements.remove.run(change.id)
  }
}

function readDocument(id: string, content: string): LakeDocument {
  const document: unknown = JSON.parse(content)
  if (isLakeDocument(document) && document._id === id) return document
  throw new StorageError(`Document "${id}" in the store is not one that a lake wrote`)
}

function readTransaction(row: Record<string, SQLOutputValue>): Transaction {
  const mutations: unknown = JSON.parse(String(row.mutations))
  const changes: unknown = JSON.parse(String(row.changes))
  return {
    id: String(row.id),
    sequence: Number(row.sequence),
    timestamp: String(row.timestamp),
    author: String(row.author),
    mutations: Array.isArray(mutations) ? mutations : [],
    changes: Array.isArray(changes) ? changes.filter(isChange) : [],
  }
}

function isChange(value: unknown): value is DocumentChange {
  return isRecord(value) && typeof value.id === 'string'
}

function isLakeDocument(value: unknown): value is LakeDocument {
  return isRecord(value) && typeof value._id === 'string' && typeof value._type === 'string'
}
