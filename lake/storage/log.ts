import type {DatabaseSync} from 'node:sqlite'
import type {Transaction} from './storage.ts'

/** The writing side of the log; each part runs within a transaction of the database. */
export interface Log {
  /** Writes transactions at the end, which is all that a commit needs, and gives their length. */
  append(transactions: readonly Transaction[]): number
  /** Enters all that were written since it was done last under their ids and documents. */
  file(): void
}

/** Creates the writing side of the log in a database. */
export function createLog(database: DatabaseSync): Log {
  const statements = {
    append: database.prepare('INSERT INTO transactions VALUES (?, ?, ?, ?, ?, ?)'),
    ids: database.prepare(
      'INSERT INTO ids SELECT id, sequence FROM transactions WHERE sequence > (SELECT filed FROM progress)',
    ),
    // In the order in which they are kept, so that each page is written once.
    touched: database.prepare(
      `INSERT INTO touched SELECT value ->> '$.id', sequence, json_type(value, '$.after') IS NOT NULL
         FROM transactions, json_each(changes)
         WHERE sequence > (SELECT filed FROM progress) ORDER BY 1, 2`,
    ),
    filed: database.prepare(
      'UPDATE progress SET filed = (SELECT coalesce(max(sequence), 0) FROM transactions)',
    ),
  }
  return {
    append(transactions) {
      let length = 0
      for (const {id, sequence, timestamp, author, changes, mutations} of transactions) {
        const states = JSON.stringify(
          changes.map((change) => ({id: change.id, after: change.after})),
        )
        const asked = JSON.stringify(mutations)
        statements.append.run(sequence, id, timestamp, author, states, asked)
        length += states.length + asked.length
      }
      return length
    },
    file() {
      statements.ids.run()
      statements.touched.run()
      statements.filed.run()
    },
  }
}
