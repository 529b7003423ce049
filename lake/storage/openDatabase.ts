import {accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {DatabaseSync, type SQLOutputValue} from 'node:sqlite'
import {assertNothingLost} from './assertNothingLost.ts'
import {assertOwnFile} from './assertOwnFile.ts'
import {createDatabaseFile, isDraft} from './createDatabaseFile.ts'
import {explained, RESCUE} from './explained.ts'
import {MIGRATIONS, migrate, type Migration} from './migrations.ts'
import {beginSession, endWithoutSession} from './session.ts'
import {StorageError} from './storageError.ts'

/** The whole of a store up to this size is looked over at each start; of a larger one only what is loaded. */
const LOOKED_OVER_BYTES = 512 * 1024 * 1024

/** The journal is kept from staying as large as the largest upload. */
const SETTINGS = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA journal_size_limit = 33554432;
  PRAGMA cache_size = -16384;
  PRAGMA temp_store = MEMORY;
`

/**
 * Opens the database in a folder for this process alone, creating it when there is none and bringing an older one up
 * to date.
 * @throws StorageError for a folder in use, a file that is not ours, torn, or of a newer version; never resets anything.
 */
export function openDatabase(
  directory: string,
  migrations: readonly Migration[] = MIGRATIONS,
): DatabaseSync {
  const file = join(directory, 'lake.sqlite')
  try {
    // People and internal notes are in it.
    mkdirSync(directory, {recursive: true, mode: 0o700})
    if (!existsSync(file)) createDatabaseFile(file, migrations)
    assertOwnFile(file)
    accessSync(file, constants.R_OK | constants.W_OK)
    assertNothingLost(file)
    return take(file, migrations)
  } catch (error) {
    throw explained(error, directory, file)
  }
}

function take(file: string, migrations: readonly Migration[]): DatabaseSync {
  const database = new DatabaseSync(file)
  try {
    lockAndUpdate(database, file, migrations)
    lookOver(database, file)
    const directory = dirname(file)
    for (const draft of readdirSync(directory).filter(isDraft)) rmSync(join(directory, draft))
    beginSession(database)
    return database
  } catch (error) {
    endWithoutSession(database, file)
    throw error
  }
}

function lockAndUpdate(
  database: DatabaseSync,
  file: string,
  migrations: readonly Migration[],
): void {
  // The lock is the operating system's: it goes with the process however that ends, and leaves nothing to clean up.
  database.exec('PRAGMA locking_mode = EXCLUSIVE')
  const version = Number(pragma(database, 'user_version'))
  if (version > migrations.length) {
    throw new StorageError(
      `${file} is of version ${version} and this program knows ${migrations.length}; use the program that wrote it`,
    )
  }
  database.exec(SETTINGS)
  migrate(database, version, migrations)
  database.exec('BEGIN EXCLUSIVE; COMMIT')
}

function lookOver(database: DatabaseSync, file: string): void {
  if (statSync(file).size > LOOKED_OVER_BYTES) return
  const check = pragma(database, 'quick_check')
  if (check !== 'ok') throw new StorageError(`${file} is damaged: ${String(check)}. ${RESCUE}`)
}

function pragma(database: DatabaseSync, name: string): SQLOutputValue | undefined {
  return database.prepare(`PRAGMA ${name}`).get()?.[name]
}
