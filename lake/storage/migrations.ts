import type {DatabaseSync} from 'node:sqlite'
import {migrateBlobs} from './migrateBlobs.ts'
import {migrateTouched} from './migrateTouched.ts'

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
  // A state of a document is kept once: what was before it is what an earlier transaction left. What transactions are
  // found by lies apart, so that writing one is writing at one place, and the rest is done for many at a time.
  (database) =>
    database.exec(`
      CREATE TABLE ids (id TEXT PRIMARY KEY, sequence INTEGER NOT NULL) STRICT, WITHOUT ROWID;
      INSERT INTO ids SELECT id, sequence FROM transactions ORDER BY id;
      CREATE TABLE progress (filed INTEGER NOT NULL, open INTEGER NOT NULL) STRICT;
      INSERT INTO progress SELECT coalesce(max(sequence), 0), 0 FROM transactions;
      ALTER TABLE transactions RENAME TO old;
      CREATE TABLE transactions (
        sequence INTEGER PRIMARY KEY, id TEXT NOT NULL, timestamp TEXT NOT NULL, author TEXT NOT NULL,
        changes TEXT NOT NULL, mutations TEXT NOT NULL
      ) STRICT;
      INSERT INTO transactions SELECT sequence, id, timestamp, author,
        (SELECT json_group_array(json_remove(value, '$.before')) FROM (SELECT value FROM json_each(changes) ORDER BY key)),
        mutations FROM old ORDER BY sequence;
      DROP TABLE old;
      DROP TABLE documents;
    `),
  migrateBlobs,
  migrateTouched,
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
