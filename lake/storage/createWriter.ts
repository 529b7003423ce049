import type {DatabaseSync} from 'node:sqlite'
import {noRoom, notWritten, reasonOf, SQLITE, sqliteCode, writesEnded} from './storageError.ts'

/** Runs work as one transaction: when it returns all of it is on disk, when it throws nothing of it counts. */
export type Writer = (work: () => void) => void

/**
 * Creates the one way to write. A full disk is answered with 507 after a rollback that was seen to be one, and writing
 * goes on when there is room. After any other failure of SQLite itself, such as a flush to disk that failed, nobody can
 * tell what is on disk: then it refuses every further write (503) until the store is opened again.
 * @param isAsBefore Reads back whether the log still ends where it ended, which a rollback must leave so.
 */
export function createWriter(database: DatabaseSync, isAsBefore: () => boolean): Writer {
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  let ended: string | undefined
  return (work) => {
    if (ended !== undefined) throw writesEnded(ended)
    try {
      begin.run()
      work()
      commit.run()
    } catch (error) {
      const undone = rolledBack(database) && holds(isAsBefore)
      if (undone && sqliteCode(error) === SQLITE.full) throw noRoom()
      // What failed outside SQLite, before anything was flushed, is undone like any other work.
      if (!undone || sqliteCode(error) !== undefined) ended = reasonOf(error)
      throw notWritten(error)
    }
  }
}

/** SQLite may have rolled back by itself; what counts is that no transaction is left open. */
function rolledBack(database: DatabaseSync): boolean {
  try {
    if (database.isTransaction) database.exec('ROLLBACK')
    return !database.isTransaction
  } catch {
    return false
  }
}

function holds(condition: () => boolean): boolean {
  try {
    return condition()
  } catch {
    return false
  }
}
