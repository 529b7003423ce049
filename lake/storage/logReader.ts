import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'
import {isRecord} from '../json.ts'
import {readDocument} from './readDocument.ts'
import type {DocumentChange, LakeDocument, Storage, Transaction} from './storage.ts'

export interface LogReader extends Pick<
  Storage,
  'hasTransaction' | 'transaction' | 'transactionsOf' | 'transactionsAfter'
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
    mutations: database.prepare('SELECT mutations FROM transactions WHERE sequence = ?'),
    changes: database.prepare('SELECT changes FROM transactions WHERE sequence = ?'),
    before: database.prepare(
      'SELECT max(sequence) AS sequence FROM touched WHERE document = ? AND sequence < ?',
    ),
    latest: database.prepare(
      'SELECT document, max(sequence) AS sequence FROM touched GROUP BY document',
    ),
  }
  /** What each transaction left of its documents; `undefined` for those that it removed. */
  const statesAt = (sequence: number): Map<string, LakeDocument | undefined> =>
    statesIn(String(statements.changes.get(sequence)?.changes))

  const changesAt = (sequence: number): DocumentChange[] => {
    const earlier = new Map<number, Map<string, LakeDocument | undefined>>()
    return Array.from(statesAt(sequence), ([id, after]) => {
      const place = Number(statements.before.get(id, sequence)?.sequence ?? 0)
      const states = earlier.get(place) ?? (place > 0 ? statesAt(place) : new Map())
      earlier.set(place, states)
      const before = states.get(id)
      return {id, ...(before ? {before} : {}), ...(after ? {after} : {})}
    })
  }

  const read = (row: Record<string, SQLOutputValue>): Transaction => {
    const sequence = Number(row.sequence)
    return {
      id: String(row.id),
      sequence,
      timestamp: String(row.timestamp),
      author: String(row.author),
      get mutations() {
        const mutations: unknown = JSON.parse(String(statements.mutations.get(sequence)?.mutations))
        return Array.isArray(mutations) ? mutations : []
      },
      get changes() {
        return changesAt(sequence)
      },
    }
  }

  return {
    *latest() {
      const places = new Map<number, string[]>()
      for (const {document, sequence} of statements.latest.iterate()) {
        const documents = places.get(Number(sequence))
        if (documents) documents.push(String(document))
        else places.set(Number(sequence), [String(document)])
      }
      for (const [sequence, documents] of [...places].toSorted(([a], [b]) => a - b)) {
        const states = statesAt(sequence)
        for (const id of documents) {
          const state = states.get(id)
          if (state) yield state
        }
      }
    },
    hasTransaction: (id) => statements.sequence.get(id) !== undefined,
    transaction(id) {
      const sequence = statements.sequence.get(id)?.sequence
      const row = sequence === undefined ? undefined : statements.head.get(sequence)
      return row && read(row)
    },
    transactionsOf: (ids) => statements.of.all(JSON.stringify(ids)).map(read),
    transactionsAfter: (sequence, limit) => statements.after.all(sequence, limit).map(read),
  }
}

function statesIn(changes: string): Map<string, LakeDocument | undefined> {
  const states: unknown = JSON.parse(changes)
  const list = Array.isArray(states) ? states.filter(isRecord) : []
  return new Map(
    list.map(({id, after}) => [
      String(id),
      after === undefined ? undefined : readDocument(String(id), after),
    ]),
  )
}
