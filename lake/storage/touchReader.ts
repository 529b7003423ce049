import type {DatabaseSync, SQLOutputValue} from 'node:sqlite'
import type {Touch} from './storage.ts'

/** Reads which transactions touched which documents, without what they left of them. */
export interface TouchReader {
  /** The transactions that touched documents last, oldest first, each with those documents. */
  places(): [sequence: number, documents: string[]][]
  touchesOf(documentIds: readonly string[]): Touch[]
}

/** Creates what reads who touched what from a log, as far as it is filed. */
export function createTouchReader(database: DatabaseSync): TouchReader {
  const statements = {
    last: database.prepare(
      'SELECT document, max(sequence) AS sequence FROM touched GROUP BY document',
    ),
    // Documents first, whatever SQLite makes of the sizes of the tables.
    of: database.prepare(
      `SELECT sequence, id, timestamp, author, document, present FROM touched CROSS JOIN transactions USING (sequence)
         WHERE document IN (SELECT value FROM json_each(?)) ORDER BY sequence, document`,
    ),
  }
  return {
    places() {
      const places = new Map<number, string[]>()
      for (const {document, sequence} of statements.last.iterate()) {
        const documents = places.get(Number(sequence))
        if (documents) documents.push(String(document))
        else places.set(Number(sequence), [String(document)])
      }
      return [...places].toSorted(([a], [b]) => a - b)
    },
    touchesOf: (documentIds) => groupTouches(statements.of.iterate(JSON.stringify(documentIds))),
  }
}

/** Makes one of the rows of each transaction. */
function groupTouches(rows: Iterable<Record<string, SQLOutputValue>>): Touch[] {
  const touches = new Map<number, Touch & {documents: Touch['documents'][number][]}>()
  for (const row of rows) {
    const sequence = Number(row.sequence)
    const document = {id: String(row.document), present: row.present === 1}
    const touch = touches.get(sequence)
    if (touch) touch.documents.push(document)
    else {
      touches.set(sequence, {
        id: String(row.id),
        sequence,
        timestamp: String(row.timestamp),
        author: String(row.author),
        documents: [document],
      })
    }
  }
  return [...touches.values()]
}
