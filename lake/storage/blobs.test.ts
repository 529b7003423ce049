import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {memoryStorage} from './memoryStorage.ts'
import {MIGRATIONS, migrate} from './migrations.ts'
import {sqliteStorage} from './sqliteStorage.ts'
import {PART_BYTES} from './storage.ts'

let directory = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lake-blobs-'))
})
afterEach(() => rmSync(directory, {recursive: true}))

const SIZES = [0, 1, PART_BYTES - 1, PART_BYTES, PART_BYTES + 1, 3 * PART_BYTES + 5]
const bytesOf = (size: number): Uint8Array =>
  Uint8Array.from({length: size}, (_, index) => (index * 7 + (index >> 13)) % 251)

/** Says where they differ without printing all of them. */
const isSame = (found: Uint8Array | undefined, bytes: Uint8Array): boolean =>
  found !== undefined && Buffer.compare(found, bytes) === 0

const file = (): string => join(directory, 'lake.sqlite')

describe('the files of a store of an older version', () => {
  test.each([1, 2])('are carried over whole from version %i', (version) => {
    const database = new DatabaseSync(file())
    database.exec('PRAGMA journal_mode = WAL; PRAGMA application_id = 1416121451')
    migrate(database, 0, MIGRATIONS.slice(0, version))
    const insert = database.prepare('INSERT INTO blobs VALUES (?, ?)')
    for (const size of SIZES) insert.run(`of ${size}`, bytesOf(size))
    database.close()

    const storage = sqliteStorage(directory)
    for (const size of SIZES) {
      expect(storage.blobSize(`of ${size}`)).toBe(size)
      expect(isSame(storage.getBlob(`of ${size}`), bytesOf(size))).toBe(true)
    }
    expect(storage.blobSize('of 7')).toBeUndefined()
    storage.close()
  })
})

describe.each([
  ['in memory', memoryStorage],
  ['on disk', () => sqliteStorage(directory)],
])('files %s', (_, open) => {
  test('are read whole and in any part', () => {
    const storage = open()
    const bytes = bytesOf(3 * PART_BYTES + 5)
    storage.putBlob('file', bytes)
    const places = [0, 1, PART_BYTES - 1, PART_BYTES, 2 * PART_BYTES, bytes.byteLength - 1]
    for (const start of places) {
      for (const end of places.filter((place) => place >= start)) {
        const part = storage.getBlob('file', {start, end})
        expect(isSame(part, bytes.subarray(start, end + 1))).toBe(true)
      }
    }
    expect(storage.getBlob('other', {start: 0, end: 1})).toBeUndefined()
    storage.close()
  })

  test('are replaced by shorter ones', () => {
    const storage = open()
    storage.putBlob('file', bytesOf(2 * PART_BYTES))
    storage.putBlob('file', bytesOf(10))
    expect(storage.blobSize('file')).toBe(10)
    expect(isSame(storage.getBlob('file'), bytesOf(10))).toBe(true)
    storage.close()
  })
})

describe('a file on disk', () => {
  test('costs as much to read from as is asked for', () => {
    const storage = sqliteStorage(directory)
    storage.putBlob('small', bytesOf(PART_BYTES))
    storage.putBlob('large', new Uint8Array(64 * 1024 * 1024))
    const timeOf = (id: string): number => {
      const start = performance.now()
      for (let round = 0; round < 20; round++) storage.getBlob(id, {start: 100, end: 100})
      return performance.now() - start
    }
    timeOf('large')
    expect(timeOf('large')).toBeLessThan(10 * timeOf('small') + 20)
    storage.close()
  })

  test('of which a part is gone is not sent in pieces that do not belong together', () => {
    const storage = sqliteStorage(directory)
    storage.putBlob('file', bytesOf(3 * PART_BYTES))
    storage.close()
    const database = new DatabaseSync(file())
    database.exec('DELETE FROM parts WHERE part = 1')
    database.close()
    const damaged = sqliteStorage(directory)
    expect(() => damaged.getBlob('file')).toThrow('A part of the file file is missing')
    expect(damaged.getBlob('file', {start: 0, end: 9})).toHaveLength(10)
    damaged.close()
  })
})
