import type {DatabaseSync} from 'node:sqlite'

/** Brings a store from one version of its schema to the next. */
export type Migration = (database: DatabaseSync) => void

/** The one at place N leads from version N to N + 1; a new store passes through all of them. Never change one. */
export const MIGRATIONS: readonly Migration[] = [
  (database) =>
    database.exec(`
      CREATE TABLE documents (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE transactions (
        sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, timestamp TEXT NOT NULL, author TEXT NOT NULL,
        mutations TEXT NOT NULL, changes TEXT NOT NULL
      ) STRICT;
      CREATE TABLE touched (document TEXT NOT NULL, sequence INTEGER NOT NULL, PRIMARY KEY (document, sequence)) STRICT, WITHOUT ROWID;
      CREATE TABLE blobs (id TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
    `),
  // Each state of a document is kept once: what was before it is the state before it in the log, what is now the last.
  // Transactions are written to the journal, which takes one page, and filed under their indexes many at a time.
  (database) =>
    database.exec(`
      CREATE TABLE changes (
        change INTEGER PRIMARY KEY, sequence INTEGER NOT NULL, document TEXT NOT NULL, content TEXT
      ) STRICT;
      INSERT INTO changes (sequence, document, content)
        SELECT sequence, value ->> '$.id', value -> '$.after' FROM transactions, json_each(transactions.changes)
        ORDER BY sequence, key;
      CREATE UNIQUE INDEX changes_of ON changes (document, sequence);
      ALTER TABLE transactions RENAME TO old;
      CREATE TABLE transactions (
        sequence INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, timestamp TEXT NOT NULL, author TEXT NOT NULL,
        first INTEGER NOT NULL, count INTEGER NOT NULL, mutations TEXT NOT NULL
      ) STRICT;
      INSERT INTO transactions SELECT sequence, id, timestamp, author, first, count, mutations FROM old
        JOIN (SELECT sequence, min(change) AS first, count(*) AS count FROM changes GROUP BY sequence) USING (sequence)
        ORDER BY sequence;
      DROP TABLE old;
      DROP TABLE touched;
      DROP TABLE documents;
      CREATE TABLE journal (sequence INTEGER PRIMARY KEY, content TEXT NOT NULL) STRICT;
      CREATE TABLE session (open INTEGER NOT NULL) STRICT;
      INSERT INTO session VALUES (0);
    `),
]

/** Carries out the migrations that follow a version; each is there whole, with its number, or not at all. */
export function migrate(
  database: DatabaseSync,
  from: number,
  migrations: readonly Migration[] = MIGRATIONS,
): void {
  for (const [version, migration] of migrations.entries()) {
    if (version < from) continue
    database.exec('BEGIN EXCLUSIVE')
    migration(database)
    database.exec(`PRAGMA user_version = ${version + 1}; COMMIT`)
  }
}
