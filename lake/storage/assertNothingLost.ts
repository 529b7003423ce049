import {existsSync} from 'node:fs'
import {DatabaseSync} from 'node:sqlite'
import {assertJournalWhole, JournalError} from './assertJournalWhole.ts'
import {readNote} from './readNote.ts'
import {StorageError} from './storageError.ts'

/**
 * Throws when acknowledged changes of a store are missing: its journal is damaged, or it is not there though the store
 * was in use to the last. To be asked before SQLite opens it: that makes a journal where there is none, and even
 * closing it again carries over what is whole in one, and removes the rest.
 */
export function assertNothingLost(file: string): void {
  const journal = `${file}-wal`
  if (existsSync(journal)) assertJournal(journal, file)
  else assertComplete(file)
}

/** While another process writes it, a journal may well look damaged. */
function assertJournal(journal: string, file: string): void {
  try {
    assertJournalWhole(journal)
  } catch (error) {
    if (error instanceof JournalError) readOnce(file)
    throw error
  }
}

/** Throws when another process has the file; changes nothing. */
function readOnce(file: string): void {
  const database = new DatabaseSync(file, {readOnly: true})
  try {
    database.prepare('PRAGMA schema_version').get()
  } finally {
    database.close()
  }
}

function assertComplete(file: string): void {
  if (!readNote(file)) return
  throw new StorageError(
    `${file}-wal is missing, and the newest changes are in it, since the lake did not end properly. Put it back beside ${file}; if it is lost, make an empty file of that name to open what is left`,
  )
}
