import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DatabaseSync} from 'node:sqlite'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {assertJournalWhole} from './assertJournalWhole.ts'

const PAGE = 65_536
const FRAME = 24 + PAGE
const LARGE = 2200 * 1024 * 1024

let directory = ''
let journal = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'lake-journal-'))
  const file = join(directory, 'file')
  journal = join(directory, 'journal')
  const database = new DatabaseSync(file)
  database.exec(`PRAGMA page_size = ${PAGE}; PRAGMA journal_mode = WAL; CREATE TABLE t (n)`)
  for (let n = 0; n < 5; n++) database.exec(`INSERT INTO t VALUES (${n})`)
  copyFileSync(`${file}-wal`, journal)
  database.close()
})
afterEach(() => rmSync(directory, {recursive: true}))

function overwrite(at: number, bytes: Uint8Array): void {
  const descriptor = openSync(journal, 'r+')
  writeSync(descriptor, bytes, 0, bytes.byteLength, at)
  closeSync(descriptor)
}

/** Each transaction is of one frame. */
function tearLastBut(behind: number): void {
  overwrite(statSync(journal).size - (behind + 1) * FRAME + 100, Buffer.alloc(64, 7))
}

describe('a journal', () => {
  test('may be longer than a file that is read at once', () => {
    truncateSync(journal, LARGE)
    expect(() => assertJournalWhole(journal)).not.toThrow()
  })

  test('is looked through to its end, however long it is', () => {
    const header = readFileSync(journal).subarray(0, 32)
    truncateSync(journal, LARGE)
    // Of this round, each the last frame of a transaction, and not whole.
    const frame = Buffer.alloc(FRAME, 7)
    header.copy(frame, 8, 16, 24)
    const far = 32 + FRAME * Math.floor((LARGE - 10 * FRAME) / FRAME)
    overwrite(far, frame)
    expect(() => assertJournalWhole(journal)).not.toThrow()
    overwrite(far + FRAME, frame)
    expect(() => assertJournalWhole(journal)).toThrow(/is damaged/u)
  })

  test('may have a last transaction that was torn', () => {
    tearLastBut(0)
    expect(() => assertJournalWhole(journal)).not.toThrow()
  })

  test.each([1, 2])('may have no torn one with %i behind it', (behind) => {
    tearLastBut(behind)
    expect(() => assertJournalWhole(journal)).toThrow(/is damaged/u)
  })

  test.each([0, 31])('of %i bytes holds nothing', (length) => {
    truncateSync(journal, length)
    expect(() => assertJournalWhole(journal)).not.toThrow()
  })
})
