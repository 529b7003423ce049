import {readFileSync} from 'node:fs'
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
  const bytes = readFileSync(journal)
  if (bytes.byteLength < HEADER) return
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (passedOver(view) <= 1) return
  throw new JournalError(
    `${journal} is damaged, and acknowledged changes in it cannot be read. Nothing was changed; put back a copy of it and of the file beside it, or move both away`,
  )
}

/** How many committed transactions lie behind the first frame that is not whole. */
function passedOver(view: DataView): number {
  const magic = view.getUint32(0)
  const sum = checksum((magic & 1) === 0)
  const frame = FRAME_HEADER + view.getUint32(8)
  let whole = (magic & ~1) === MAGIC && sum.agrees(view, [[0, 24]], 24) && isSize(view.getUint32(8))
  if (!whole) return Number.POSITIVE_INFINITY
  let behind = 0
  for (let at = HEADER; at + frame <= view.byteLength; at += frame) {
    // Frames of an earlier round follow those of this one.
    const isOfThisRound =
      view.getUint32(at + 8) === view.getUint32(16) &&
      view.getUint32(at + 12) === view.getUint32(20)
    const parts: Part[] = [
      [at, 8],
      [at + FRAME_HEADER, frame - FRAME_HEADER],
    ]
    whole &&= isOfThisRound && sum.agrees(view, parts, at + 16)
    const isCommit = view.getUint32(at + 4) !== 0
    if (!whole && isOfThisRound && isCommit) behind += 1
  }
  return behind
}

const isSize = (size: number): boolean => size >= 512 && (size & (size - 1)) === 0

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
