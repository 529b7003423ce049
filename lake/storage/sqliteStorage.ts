import type {DatabaseSync} from 'node:sqlite'
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
  try {
    return storeIn(database)
  } catch (error) {
    endSession(database)
    throw explained(error, directory, database.location() ?? directory)
  }
}

/** The store in a database that is open. */
export function storeIn(database: DatabaseSync): Storage {
  const statements = {
    lastSequence: database.prepare('SELECT coalesce(max(sequence), 0) AS n FROM transactions'),
    filed: database.prepare('SELECT filed AS n FROM progress'),
    putBlob: database.prepare('INSERT OR REPLACE INTO blobs VALUES (?, ?)'),
    blob: database.prepare('SELECT bytes FROM blobs WHERE id = ?'),
    part: database.prepare('SELECT substr(bytes, ?, ?) AS bytes FROM blobs WHERE id = ?'),
    size: database.prepare('SELECT length(bytes) AS n FROM blobs WHERE id = ?'),
  }
  const readEnd = (): number => Number(statements.lastSequence.get()?.n)
  let end = readEnd()
  const write = createWriter(database, () => readEnd() === end)
  const log = createLog(database)
  const reader = createLogReader(database)
  const tail = createTail()
  const file = (): void => {
    write(() => log.file())
    tail.clear()
  }
  if (Number(statements.filed.get()?.n) < end) file()
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
    putBlob: (id, bytes) => write(() => void statements.putBlob.run(id, bytes)),
    blobSize(id) {
      const row = statements.size.get(id)
      return row && Number(row.n)
    },
    getBlob(id, part) {
      const row = part
        ? statements.part.get(part.start + 1, part.end - part.start + 1, id)
        : statements.blob.get(id)
      const bytes = row?.bytes
      return bytes instanceof Uint8Array ? bytes : undefined
    },
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
