import {DECK_LIMITS} from './deckLimits.ts'
import {DeckRefusedError} from './deckRefusal.ts'

/** One file in a zip, as the zip's own list tells of it: what it says may be a lie. */
export interface ZipEntry {
  name: string
  encrypted: boolean
  method: number
  packed: number
  unpacked: number
  /** Of its local header. */
  offset: number
}

const LIST_END = 0x06054b50
const LIST_ENTRY = 0x02014b50
const END_LENGTH = 22
const ENTRY_LENGTH = 46
const LONGEST_COMMENT = 0xffff

/**
 * The list at the end of a zip. The list counts, not the headers before each file: two ways to read a file are one too
 * many. A zip of more than 4 GB is not read.
 * @throws DeckRefusedError when there is no list, as in a download that broke off, or when it holds too much.
 */
export function centralDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > DECK_LIMITS.parts)
    throw new DeckRefusedError({reason: 'tooManyParts', most: DECK_LIMITS.parts})
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  while (entries.length < count) {
    if (at + ENTRY_LENGTH > end || view.getUint32(at, true) !== LIST_ENTRY) throw cutOff()
    const length = view.getUint16(at + 28, true)
    entries.push(entryAt(view, at, bytes.subarray(at + ENTRY_LENGTH, at + ENTRY_LENGTH + length)))
    at += ENTRY_LENGTH + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

const cutOff = (): DeckRefusedError => new DeckRefusedError({reason: 'cutOff'})

function findEnd(view: DataView): number {
  const last = view.byteLength - END_LENGTH
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) === LIST_END) return at
  }
  throw cutOff()
}

const entryAt = (view: DataView, at: number, name: Uint8Array): ZipEntry => ({
  name: new TextDecoder().decode(name),
  encrypted: (view.getUint16(at + 8, true) & 1) === 1,
  method: view.getUint16(at + 10, true),
  packed: view.getUint32(at + 20, true),
  unpacked: view.getUint32(at + 24, true),
  offset: view.getUint32(at + 42, true),
})
