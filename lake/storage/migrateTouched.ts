import type {DatabaseSync} from 'node:sqlite'

/** Notes with every touch of a document whether it was there afterwards, so that its history is told without contents. */
export function migrateTouched(database: DatabaseSync): void {
  database.exec(`
    ALTER TABLE touched ADD COLUMN present INTEGER NOT NULL DEFAULT 1;
    UPDATE touched SET present = 0 WHERE (document, sequence) IN
      (SELECT value ->> '$.id', sequence FROM transactions, json_each(changes) WHERE json_type(value, '$.after') IS NULL);
  `)
}
