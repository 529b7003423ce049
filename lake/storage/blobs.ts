import type {DatabaseSync, StatementSync} from 'node:sqlite'
import type {Writer} from './createWriter.ts'
import {PART_BYTES, type ByteRange, type Storage} from './storage.ts'
import {StorageError} from './storageError.ts'

/** The files in a database; each lies there in parts, of which only those are read that are asked for. */
export function createBlobs(
  database: DatabaseSync,
  write: Writer,
): Pick<Storage, 'putBlob' | 'blobSize' | 'getBlob'> {
  const sizeOf = database.prepare('SELECT size AS n FROM blobs WHERE id = ?')
  const name = database.prepare('INSERT OR REPLACE INTO blobs VALUES (?, ?)')
  const clear = database.prepare('DELETE FROM parts WHERE blob = ?')
  const add = database.prepare('INSERT INTO parts VALUES (?, ?, ?)')
  const read = database.prepare(
    'SELECT part, bytes FROM parts WHERE blob = ? AND part BETWEEN ? AND ? ORDER BY part',
  )
  const blobSize = (id: string): number | undefined => {
    const row = sizeOf.get(id)
    return row && Number(row.n)
  }
  return {
    putBlob: (id, bytes) =>
      write(() => {
        name.run(id, bytes.byteLength)
        clear.run(id)
        for (let part = 0; part * PART_BYTES < bytes.byteLength; part++) {
          add.run(id, part, bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES))
        }
      }),
    blobSize,
    getBlob(id, part) {
      const size = blobSize(id)
      if (size === undefined) return undefined
      const {start, end}: ByteRange = part ?? {start: 0, end: size - 1}
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size - 1) - start + 1))
      if (bytes.byteLength > 0) fill(bytes, read, id, start)
      return bytes
    },
  }
}

/** Fills bytes with what a file has from a place on. */
function fill(bytes: Uint8Array, read: StatementSync, id: string, start: number): void {
  const end = start + bytes.byteLength
  const [first, last] = [Math.floor(start / PART_BYTES), Math.floor((end - 1) / PART_BYTES)]
  let filled = 0
  for (const {part, bytes: all} of read.iterate(id, first, last)) {
    if (!(all instanceof Uint8Array)) continue
    const offset = Number(part) * PART_BYTES
    const piece = all.subarray(Math.max(0, start - offset), end - offset)
    bytes.set(piece, Math.max(0, offset - start))
    filled += piece.byteLength
  }
  if (filled !== bytes.byteLength) throw new StorageError(`A part of the file ${id} is missing`)
}
