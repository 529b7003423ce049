import {appendFileSync, existsSync} from 'node:fs'
import type {DatabaseSync} from 'node:sqlite'
import {readNote} from './readNote.ts'
import {SQLITE, sqliteCode} from './storageError.ts'

/*
 * A store notes in its file that it is in use, and only a proper end takes that back. While the note stands the journal
 * must be beside the file: one that was copied or restored without it lacks the newest changes, which SQLite would not
 * say.
 */

/** The stores of this process. SQLite removes the journal of those that the process leaves open when it ends. */
const inUse = new Set<DatabaseSync>()

/** Notes that a store is in use. */
export function beginSession(database: DatabaseSync): void {
  database.exec('UPDATE progress SET open = 1')
  carryOver(database)
  if (inUse.size === 0) process.on('exit', endAll)
  inUse.add(database)
}

/** Into the file itself, where the note is of use; without room it stands in the journal for now. */
function carryOver(database: DatabaseSync): void {
  try {
    database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } catch (error) {
    if (sqliteCode(error) !== SQLITE.full) throw error
  }
}

/** Takes the note back, and closes the store. */
export function endSession(database: DatabaseSync): void {
  if (!database.isOpen) return
  const journal = `${database.location()}-wal`
  inUse.delete(database)
  if (inUse.size === 0) process.off('exit', endAll)
  try {
    database.exec('UPDATE progress SET open = 0')
    database.close()
  } catch {
    // Without room the note stands, whether or not SQLite removes the journal.
    if (database.isOpen) database.close()
    leaveJournal(journal)
  }
}

/** Closes a store that was refused: SQLite carries its journal over and removes it, while the note stands. */
export function endWithoutSession(database: DatabaseSync, file: string): void {
  const journal = `${file}-wal`
  database.close()
  try {
    if (readNote(file)) leaveJournal(journal)
  } catch {
    // Why it was refused is what counts.
  }
}

function leaveJournal(journal: string): void {
  // Appending keeps what another process may have begun meanwhile.
  if (!existsSync(journal)) appendFileSync(journal, '')
}

function endAll(): void {
  for (const database of inUse) endSession(database)
}
