import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'
import {createStateReader, type StateReader} from './stateReader.ts'
import type {LakeDocument, Storage, Transaction} from './storage.ts'
import {createTouchReader, type TouchReader} from './touchReader.ts'

export interface LogReader extends Pick<
  Storage,
  | 'hasTransaction'
  | 'transaction'
  | 'transactionsOf'
  | 'transactionsAfter'
  | 'touchesOf'
  | 'documentAt'
> {
  /** The last state of every document that has one, in the order in which they were written. */
  latest(): Iterable<LakeDocument>
}

const HEAD = 'SELECT sequence, id, timestamp, author FROM transactions'

/**
 * Reads the log, as far as it is filed. Of each transaction only its head is held; mutations and changes are read from
 * disk whenever they are asked for, so that a history of any length can be gone through.
 */
export function createLogReader(database: DatabaseSync): LogReader {
  const statements = {
    sequence: database.prepare('SELECT sequence FROM ids WHERE id = ?'),
    head: database.prepare(`${HEAD} WHERE sequence = ?`),
    of: database.prepare(
      `${HEAD} WHERE sequence IN
         (SELECT sequence FROM touched WHERE document IN (SELECT value FROM json_each(?))) ORDER BY sequence`,
    ),
    after: database.prepare(`${HEAD} WHERE sequence > ? ORDER BY sequence LIMIT ?`),
  }
  const touches = createTouchReader(database)
  const states = createStateReader(database)
  const read = transactionReader(database, states)
  return {
    latest: () => latest(touches, states),
    hasTransaction: (id) => statements.sequence.get(id) !== undefined,
    transaction(id) {
      const sequence = statements.sequence.get(id)?.sequence
      const row = sequence === undefined ? undefined : statements.head.get(sequence)
      return row && read(row)
    },
    transactionsOf: (ids) => statements.of.all(JSON.stringify(ids)).map(read),
    transactionsAfter: (sequence, limit) => statements.after.all(sequence, limit).map(read),
    touchesOf: (ids) => touches.touchesOf(ids),
    documentAt: (id, sequence) => states.someAt(sequence, [id]).get(id),
  }
}

function* latest(touches: TouchReader, states: StateReader): Iterable<LakeDocument> {
  for (const [sequence, documents] of touches.places()) {
    const left = states.statesAt(sequence)
    for (const id of documents) {
      const state = left.get(id)
      if (state) yield state
    }
  }
}

/** Makes a transaction of its head. */
function transactionReader(database: DatabaseSync, states: StateReader) {
  const asked = database.prepare('SELECT mutations FROM transactions WHERE sequence = ?')
  return (row: Record<string, SQLOutputValue>): Transaction => {
    const sequence = Number(row.sequence)
    return {
      id: String(row.id),
      sequence,
      timestamp: String(row.timestamp),
      author: String(row.author),
      get mutations() {
        const mutations: unknown = JSON.parse(String(asked.get(sequence)?.mutations))
        return Array.isArray(mutations) ? mutations : []
      },
      get changes() {
        return states.changesAt(sequence)
      },
    }
  }
}
