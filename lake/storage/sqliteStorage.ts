import type {DatabaseSync} from 'node:sqlite'
import {createWriter} from './createWriter.ts'
import {explained} from './explained.ts'
import {createJournal} from './journal.ts'
import {createLogReader} from './logReader.ts'
import {openDatabase} from './openDatabase.ts'
import {readDocument} from './readDocument.ts'
import {endSession} from './session.ts'
import type {Storage} from './storage.ts'
import {isNoRoom} from './storageError.ts'
import {createTail, withTail} from './tail.ts'

/** How much is held in memory beside the journal before it is filed, which takes as much room again for a moment. */
const FILED_AFTER = {transactions: 512, characters: 512 * 1024}

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
  const statements = prepareStatements(database)
  const journal = createJournal(database)
  const lastSequence = (): number => Number(statements.lastSequence.get()?.n)
  const write = createWriter(database, lastSequence)
  const tail = createTail()
  const file = (): void => {
    write(() => journal.file(tail.transactions))
    tail.clear()
  }
  const leftOver = journal.unfiled()
  if (leftOver.length > 0) write(() => journal.file(leftOver))
  return {
    *load() {
      try {
        for (const {document, content} of statements.latest.iterate())
          yield readDocument(String(document), String(content))
      } catch (error) {
        throw explained(error, '', database.location() ?? '')
      }
    },
    lastSequence,
    append(transactions) {
      const {length, characters} = tail
      if (length >= FILED_AFTER.transactions || characters >= FILED_AFTER.characters)
        withoutRoom(file)
      let written = 0
      write(() => {
        written = journal.write(transactions)
      })
      tail.add(transactions, written)
    },
    ...withTail(createLogReader(database), tail),
    putBlob: (id, bytes) => write(() => void statements.putBlob.run(id, bytes)),
    getBlob: (id) => {
      const bytes = statements.blob.get(id)?.bytes
      return bytes instanceof Uint8Array ? bytes : undefined
    },
    close: () => endSession(database),
  }
}

/** Filing can wait for room: what is not filed is still in the journal and in memory. */
function withoutRoom(file: () => void): void {
  try {
    file()
  } catch (error) {
    if (!isNoRoom(error)) throw error
  }
}

function prepareStatements(database: DatabaseSync) {
  return {
    // In the order in which they were written, so that the file is read from its beginning to its end.
    latest: database.prepare(
      `SELECT document, content FROM changes
         WHERE change IN (SELECT max(change) FROM changes GROUP BY document) AND content IS NOT NULL`,
    ),
    lastSequence: database.prepare(
      `SELECT max(coalesce((SELECT max(sequence) FROM journal), 0),
                  coalesce((SELECT max(sequence) FROM transactions), 0)) AS n`,
    ),
    putBlob: database.prepare('INSERT OR REPLACE INTO blobs VALUES (?, ?)'),
    blob: database.prepare('SELECT bytes FROM blobs WHERE id = ?'),
  }
}
