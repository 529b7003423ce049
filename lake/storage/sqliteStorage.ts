import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync, type SQLOutputValue} from 'node:sqlite'
import {isRecord} from '../json.ts'
import type {DocumentChange, LakeDocument, Storage, Transaction} from './storage.ts'
import {lockDirectory} from './lockDirectory.ts'

const APPLICATION_ID = 0x54_68_4c_6b
const SCHEMA_VERSION = 1
const SCHEMA = `
  CREATE TABLE documents (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE transactions (
    sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, timestamp TEXT NOT NULL, author TEXT NOT NULL,
    mutations TEXT NOT NULL, changes TEXT NOT NULL
  ) STRICT;
  CREATE TABLE touched (document TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (document, sequence)) STRICT, WITHOUT ROWID;
  CREATE TABLE blobs (id TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
`

/** The data folder cannot be used; the message says why and what to do. */
export class StorageError extends Error {
  override name = 'StorageError'
}

/**
 * Opens the store in a folder, creating it when there is none. Acknowledged means on disk: write-ahead log, full sync.
 * @throws StorageError for a folder in use, a file that is not ours, or one of a newer version; never resets anything.
 */
export function sqliteStorage(directory: string): Storage {
  const file = join(directory, 'lake.sqlite')
  const unlock = prepare(directory)
  try {
    return openStore(open(file), unlock)
  } catch (error) {
    unlock()
    if (error instanceof StorageError) throw error
    throw new StorageError(
      `${file} cannot be opened: ${messageOf(error)}. Nothing was changed; move it away or name another folder`,
    )
  }
}

function prepare(directory: string): () => void {
  try {
    mkdirSync(directory, {recursive: true})
    return lockDirectory(directory)
  } catch (error) {
    throw new StorageError(messageOf(error))
  }
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  const version = pragma(database, 'user_version')
  const application = pragma(database, 'application_id')
  const tables = database.prepare('SELECT count(*) AS n FROM sqlite_master').get()?.n
  if (tables === 0) {
    database.exec(
      `BEGIN; PRAGMA application_id = ${APPLICATION_ID}; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`,
    )
  } else if (application !== APPLICATION_ID) {
    database.close()
    throw new StorageError(`${file} is a database of some other program; name another folder`)
  } else if (version !== SCHEMA_VERSION) {
    database.close()
    throw new StorageError(
      `${file} is of version ${String(version)} and this program knows ${SCHEMA_VERSION}; use the program that wrote it`,
    )
  }
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;')
  return database
}

function pragma(database: DatabaseSync, name: string): SQLOutputValue | undefined {
  return database.prepare(`PRAGMA ${name}`).get()?.[name]
}

function openStore(database: DatabaseSync, unlock: () => void): Storage {
  const insert = database.prepare('INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?)')
  const touch = database.prepare('INSERT INTO touched VALUES (?, ?)')
  const put = database.prepare(
    'INSERT INTO documents VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET content = excluded.content',
  )
  const remove = database.prepare('DELETE FROM documents WHERE id = ?')
  const write = ({id, sequence, timestamp, author, mutations, changes}: Transaction): void => {
    insert.run(sequence, id, timestamp, author, JSON.stringify(mutations), JSON.stringify(changes))
    for (const change of changes) {
      touch.run(change.id, sequence)
      if (change.after) put.run(change.id, JSON.stringify(change.after))
      else remove.run(change.id)
    }
  }
  return {
    *load() {
      for (const row of database.prepare('SELECT content FROM documents').iterate()) {
        const document: unknown = JSON.parse(String(row.content))
        if (isLakeDocument(document)) yield document
      }
    },
    lastSequence: () =>
      Number(database.prepare('SELECT coalesce(max(sequence), 0) AS n FROM transactions').get()?.n),
    append(transactions) {
      database.exec('BEGIN IMMEDIATE')
      try {
        transactions.forEach(write)
        database.exec('COMMIT')
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
    hasTransaction: (id) =>
      database.prepare('SELECT 1 FROM transactions WHERE id = ?').get(id) !== undefined,
    transaction: (id) => {
      const row = database.prepare('SELECT * FROM transactions WHERE id = ?').get(id)
      return row && readTransaction(row)
    },
    transactionsOf: (ids) =>
      database
        .prepare(
          `SELECT * FROM transactions WHERE sequence IN
             (SELECT sequence FROM touched WHERE document IN (SELECT value FROM json_each(?))) ORDER BY sequence`,
        )
        .all(JSON.stringify(ids))
        .map(readTransaction),
    transactionsAfter: (sequence, limit) =>
      database
        .prepare('SELECT * FROM transactions WHERE sequence > ? ORDER BY sequence LIMIT ?')
        .all(sequence, limit)
        .map(readTransaction),
    putBlob: (id, bytes) =>
      void database.prepare('INSERT OR REPLACE INTO blobs VALUES (?, ?)').run(id, bytes),
    getBlob: (id) => {
      const bytes = database.prepare('SELECT bytes FROM blobs WHERE id = ?').get(id)?.bytes
      return bytes instanceof Uint8Array ? bytes : undefined
    },
    close() {
      database.close()
      unlock()
    },
  }
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
