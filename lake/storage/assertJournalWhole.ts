import {closeSync, fstatSync, openSync, readSync} from 'node:fs'
import {StorageError} from './storageError.ts'

/** The journal is damaged. */
export class JournalError extends StorageError {}

const HEADER = 32
const FRAME_HEADER = 24
const MAGIC = 0x37_7f_06_82

/**
 * Throws when a write-ahead log is damaged before its end. SQLite takes what is whole at its beginning and passes over
 * the rest without a word: right for the one transaction that a crash cut off, which nobody was told of, but a second
 * one behind the damage was acknowledged. What was cut off at the end cannot be told from what was never written.
 * @see https://sqlite.org/fileformat2.html#the_write_ahead_log
 */
export function assertJournalWhole(journal: string): void {
  const descriptor = openSync(journal, 'r')
  try {
    if (fstatSync(descriptor).size < HEADER || passedOver(descriptor) <= 1) return
  } finally {
    closeSync(descriptor)
  }
  throw new JournalError(
    `${journal} is damaged, and acknowledged changes in it cannot be read. Nothing was changed; put back a copy of it and of the file beside it, or move both away`,
  )
}

/** How many committed transactions lie behind the first frame that is not whole. */
function passedOver(descriptor: number): number {
  const header = new DataView(new ArrayBuffer(HEADER))
  readSync(descriptor, header, 0, HEADER, 0)
  const [magic, page] = [header.getUint32(0), header.getUint32(8)]
  const sum = checksum((magic & 1) === 0)
  let whole = (magic & ~1) === MAGIC && sum.agrees(header, [[0, 24]], 24) && isPageSize(page)
  if (!whole) return Number.POSITIVE_INFINITY
  const {size} = fstatSync(descriptor)
  const frame = new DataView(new ArrayBuffer(FRAME_HEADER + page))
  const parts: Part[] = [
    [0, 8],
    [FRAME_HEADER, page],
  ]
  let behind = 0
  // One at a time: it may well be larger than the memory.
  for (let at = HEADER; at + frame.byteLength <= size; at += frame.byteLength) {
    readSync(descriptor, frame, 0, whole ? frame.byteLength : FRAME_HEADER, at)
    // Frames of an earlier round follow those of this one.
    const isOfThisRound =
      frame.getUint32(8) === header.getUint32(16) && frame.getUint32(12) === header.getUint32(20)
    whole &&= isOfThisRound && sum.agrees(frame, parts, 16)
    const isCommit = frame.getUint32(4) !== 0
    if (!whole && isOfThisRound && isCommit) behind += 1
  }
  return behind
}

/** SQLite takes no larger one. */
const isPageSize = (size: number): boolean =>
  size >= 512 && size <= 65_536 && (size & (size - 1)) === 0

type Part = [offset: number, length: number]

/** The running checksum of SQLite's log: each frame's goes on from the one before. */
function checksum(littleEndian: boolean) {
  let [first, second] = [0, 0]
  return {
    /** Takes parts in, and says whether the sum is the one that is written at a place. */
    agrees(view: DataView, parts: readonly Part[], at: number): boolean {
      for (const [offset, length] of parts) {
        for (let place = offset; place < offset + length; place += 8) {
          first = (first + view.getUint32(place, littleEndian) + second) >>> 0
          second = (second + view.getUint32(place + 4, littleEndian) + first) >>> 0
        }
      }
      return view.getUint32(at) === first && view.getUint32(at + 4) === second
    },
  }
}
