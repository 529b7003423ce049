import {mkdirSync} from 'node:fs'
import {join} from 'node:path'
import {DatabaseSync, type SQLOutputValue} from 'node:sqlite'

/** Says in the file itself that it is one of ours. */
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
/** What SQLite says of a file that another connection holds. */
const BUSY = 5

/** The data folder cannot be used; the message says why and what to do. */
export class StorageError extends Error {
  override name = 'StorageError'
}

/**
 * Opens the database in a folder for this process alone, creating it when there is none.
 * @throws StorageError for a folder in use, a file that is not ours, torn, or of a newer version; never resets anything.
 */
export function openDatabase(directory: string): DatabaseSync {
  const file = join(directory, 'lake.sqlite')
  let database: DatabaseSync | undefined
  try {
    // People and internal notes are in it.
    mkdirSync(directory, {recursive: true, mode: 0o700})
    database = new DatabaseSync(file)
    prepare(database, file)
    return database
  } catch (error) {
    database?.close()
    throw explained(error, directory, file)
  }
}

function prepare(database: DatabaseSync, file: string): void {
  // The lock is the operating system's: it goes with the process however that ends, and leaves nothing to clean up.
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  const application = pragma(database, 'application_id')
  const version = pragma(database, 'user_version')
  const isEmpty = database.prepare('SELECT count(*) AS n FROM sqlite_master').get()?.n === 0
  if (!isEmpty && application !== APPLICATION_ID)
    throw new StorageError(`${file} is a database of some other program; name another folder`)
  if (!isEmpty && version !== SCHEMA_VERSION) {
    throw new StorageError(
      `${file} is of version ${String(version)} and this program knows ${SCHEMA_VERSION}; use the program that wrote it`,
    )
  }
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN EXCLUSIVE')
  if (isEmpty) {
    database.exec(
      `PRAGMA application_id = ${APPLICATION_ID}; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}`,
    )
  }
  database.exec('COMMIT')
  const check = pragma(database, 'quick_check')
  if (check !== 'ok') throw new StorageError(`${file} is damaged: ${String(check)}. ${RESCUE}`)
}

const RESCUE = 'Nothing was changed; move it away or name another folder'

function pragma(database: DatabaseSync, name: string): SQLOutputValue | undefined {
  return database.prepare(`PRAGMA ${name}`).get()?.[name]
}

function explained(error: unknown, directory: string, file: string): StorageError {
  if (error instanceof StorageError) return error
  if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) {
    return new StorageError(
      `${directory} is in use by another lake; stop it, or name another folder`,
    )
  }
  const reason = error instanceof Error ? error.message : String(error)
  return new StorageError(`${file} cannot be opened: ${reason}. ${RESCUE}`)
}
