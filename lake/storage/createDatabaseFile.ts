import {existsSync, linkSync, renameSync, rmSync, statSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {APPLICATION_ID} from './assertOwnFile.ts'
import {MIGRATIONS, migrate, type Migration} from './migrations.ts'
import {StorageError} from './storageError.ts'

/** Several transactions share a page, and with it one write: in SQLite's 4 KiB one hardly fits. */
const PAGE_BYTES = 8192

/**
 * Makes an empty store where there is none. It appears whole under its name or not at all, so that a file without
 * anything in it is never taken for a new one.
 */
export function createDatabaseFile(
  file: string,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  const journal = `${file}-wal`
  if (existsSync(journal) && statSync(journal).size > 0) {
    throw new StorageError(
      `${file} is missing, and ${journal} beside it holds changes that belong to it; put it back, or name another folder`,
    )
  }
  const draft = `${file}.${crypto.randomUUID()}.new`
  try {
    const database = new DatabaseSync(draft)
    try {
      database.exec(
        `PRAGMA page_size = ${PAGE_BYTES}; PRAGMA synchronous = FULL; PRAGMA application_id = ${APPLICATION_ID}`,
      )
      migrate(database, 0, migrations)
    } finally {
      database.close()
    }
    publish(draft, file)
  } finally {
    rmSync(draft, {force: true})
  }
}

/** What a process that was killed while it made a store leaves. */
export const isDraft = (name: string): boolean => /^lake\.sqlite\.[0-9a-f-]{36}\.new/u.test(name)

/** Never over a file that another process made meanwhile; some file systems have no links. */
function publish(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch {
    if (!existsSync(file)) renameSync(draft, file)
  }
}
