import type {DatabaseSync} from 'node:sqlite'
import {createBlobs} from './blobs.ts'
import {createWriter} from './createWriter.ts'
import {explained} from './explained.ts'
import {createLog} from './log.ts'
import {createLogReader} from './logReader.ts'
import {openDatabase} from './openDatabase.ts'
import {endSession} from './session.ts'
import type {Storage} from './storage.ts'
import {isNoRoom} from './storageError.ts'
import {createTail, withTail} from './tail.ts'

/** How much is found in memory before it is filed. */
const FILED_AFTER = {transactions: 2048, characters: 8 * 1024 * 1024}

/**
 * Opens the store in a folder, creating it when there is none. Acknowledged means on disk: write-ahead log, full sync.
 * @throws StorageError when the folder cannot be used.
 */
export function sqliteStorage(directory: string): Storage {
  const database = openDatabase(directory)
  const file = database.location() ?? directory
  try {
    return storeIn(database)
  } catch (error) {
    endSession(database)
    throw explained(error, directory, file)
  }
}

/** The store in a database that is open. */
export function storeIn(database: DatabaseSync): Storage {
  const last = database.prepare('SELECT coalesce(max(sequence), 0) AS n FROM transactions')
  const filed = database.prepare('SELECT filed AS n FROM progress')
  const readEnd = (): number => Number(last.get()?.n)
  let end = readEnd()
  const write = createWriter(database, () => readEnd() === end)
  const log = createLog(database)
  const reader = createLogReader(database)
  const tail = createTail()
  const file = (): void => {
    write(() => log.file())
    tail.clear()
  }
  if (Number(filed.get()?.n) < end) file()
  return {
    *load() {
      try {
        yield* reader.latest()
      } catch (error) {
        throw explained(error, '', database.location() ?? '')
      }
    },
    lastSequence: () => end,
    append(transactions) {
      const {length, characters} = tail
      if (length >= FILED_AFTER.transactions || characters >= FILED_AFTER.characters)
        unlessFull(file)
      let written = 0
      write(() => {
        written = log.append(transactions)
      })
      end = transactions.at(-1)?.sequence ?? end
      tail.add(transactions, written)
    },
    ...withTail(reader, tail),
    ...createBlobs(database, write),
    close: () => endSession(database),
  }
}

/** Filing can wait for room: what is not filed is found in memory. */
function unlessFull(file: () => void): void {
  try {
    file()
  } catch (error) {
    if (!isNoRoom(error)) throw error
  }
}
