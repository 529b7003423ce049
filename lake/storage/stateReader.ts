import type {DatabaseSync} from 'node:sqlite'
import {isRecord} from '../json.ts'
import {readDocument} from './readDocument.ts'
import type {DocumentChange, LakeDocument} from './storage.ts'

/** What transactions left of documents; `undefined` for those that they removed. */
type States = Map<string, LakeDocument | undefined>

/** Reads the contents of documents from the log. */
export interface StateReader {
  /** All that a transaction left. */
  statesAt(sequence: number): States
  /** What it left of some documents, without holding what else is in it. */
  someAt(sequence: number, ids: readonly string[]): States
  changesAt(sequence: number): DocumentChange[]
}

/** Creates what reads the contents of documents from a log, as far as it is filed. */
export function createStateReader(database: DatabaseSync): StateReader {
  const statements = {
    all: database.prepare('SELECT changes FROM transactions WHERE sequence = ?'),
    some: database.prepare(
      `SELECT value ->> '$.id' AS id, value -> '$.after' AS after FROM transactions, json_each(changes)
         WHERE sequence = ? AND value ->> '$.id' IN (SELECT value FROM json_each(?))`,
    ),
    before: database.prepare(
      'SELECT max(sequence) AS sequence FROM touched WHERE document = ? AND sequence < ?',
    ),
  }
  const statesAt = (sequence: number): States =>
    statesIn(String(statements.all.get(sequence)?.changes))
  const someAt = (sequence: number, ids: readonly string[]): States => {
    const states: States = new Map()
    for (const {id, after} of statements.some.iterate(sequence, JSON.stringify(ids))) {
      const document: unknown = after === null ? undefined : JSON.parse(String(after))
      states.set(String(id), stateOf(String(id), document))
    }
    return states
  }
  const placeBefore = (id: string, sequence: number): number =>
    Number(statements.before.get(id, sequence)?.sequence ?? 0)
  return {
    statesAt,
    someAt,
    changesAt(sequence) {
      const states = statesAt(sequence)
      const places = Map.groupBy(states.keys(), (id) => placeBefore(id, sequence))
      places.delete(0)
      const earlier = new Map(Array.from(places, ([place, ids]) => [...someAt(place, ids)]).flat())
      return Array.from(states, ([id, after]) => {
        const before = earlier.get(id)
        return {id, ...(before ? {before} : {}), ...(after ? {after} : {})}
      })
    },
  }
}

function statesIn(changes: string): States {
  const states: unknown = JSON.parse(changes)
  const list = Array.isArray(states) ? states.filter(isRecord) : []
  return new Map(list.map(({id, after}) => [String(id), stateOf(String(id), after)]))
}

const stateOf = (id: string, state: unknown): LakeDocument | undefined =>
  state === undefined ? undefined : readDocument(id, state)
