import type {DatabaseSync} from 'node:sqlite'

/** A value is loaded whole by SQLite however little of it is asked for; kept in parts, a file can be read piece by piece. */
export function migrateBlobs(database: DatabaseSync): void {
  database.exec(`
    ALTER TABLE blobs RENAME TO old;
    CREATE TABLE blobs (id TEXT PRIMARY KEY, size INTEGER NOT NULL) STRICT;
    CREATE TABLE parts (
      blob TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (blob, part)
    ) STRICT;
    INSERT INTO blobs SELECT id, length(bytes) FROM old;
  `)
  const read = database.prepare('SELECT bytes FROM old WHERE id = ?')
  const write = database.prepare('INSERT INTO parts VALUES (?, ?, ?)')
  // What was carried over goes at once, so that the parts take its room and the file does not double.
  const remove = database.prepare('DELETE FROM old WHERE id = ?')
  for (const {id = null} of database.prepare('SELECT id FROM old ORDER BY id').all()) {
    const bytes = read.get(id)?.bytes
    if (!(bytes instanceof Uint8Array)) throw new Error(`The file ${String(id)} cannot be read`)
    for (let part = 0; part * PART_BYTES < bytes.byteLength; part++) {
      write.run(id, part, bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES))
    }
    remove.run(id)
  }
  database.exec('DROP TABLE old')
}

/** Of this migration, whatever later ones say. */
const PART_BYTES = 256 * 1024
