import {Inflate} from 'fflate'
import type {ZipEntry} from './centralDirectory.ts'
import {DeckRefusedError} from './deckRefusal.ts'

const LOCAL_HEADER = 0x04034b50
const LOCAL_LENGTH = 30
const STORED = 0
const DEFLATED = 8
/** Unpacks to 16 MB at the very most before it is counted. */
const PIECE = 16 * 1024

/**
 * The content of one file of a zip, never more of it than the list said.
 * @throws DeckRefusedError when it is longer, shorter or broken.
 */
export function unpack(zip: Uint8Array<ArrayBuffer>, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const packed = packedBytes(zip, entry)
  if (entry.method === STORED) {
    if (packed.byteLength !== entry.unpacked) throw damaged(entry)
    return packed
  }
  if (entry.method !== DEFLATED) throw damaged(entry)
  const content = new Uint8Array(entry.unpacked)
  let length = 0
  const inflate = new Inflate((piece) => {
    if (length + piece.byteLength > content.byteLength) throw new DeckRefusedError({reason: 'bomb'})
    content.set(piece, length)
    length += piece.byteLength
  })
  for (let at = 0; at < packed.byteLength; at += PIECE) {
    push(inflate, packed.subarray(at, at + PIECE), at + PIECE >= packed.byteLength, entry)
  }
  if (length !== entry.unpacked) throw damaged(entry)
  return content
}

const damaged = ({name}: ZipEntry): DeckRefusedError =>
  new DeckRefusedError({reason: 'damaged', part: name})

function push(inflate: Inflate, piece: Uint8Array, isLast: boolean, entry: ZipEntry): void {
  try {
    inflate.push(piece, isLast)
  } catch (error) {
    throw error instanceof DeckRefusedError ? error : damaged(entry)
  }
}

function packedBytes(zip: Uint8Array<ArrayBuffer>, entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const {offset, packed} = entry
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  if (offset + LOCAL_LENGTH > zip.byteLength || view.getUint32(offset, true) !== LOCAL_HEADER)
    throw damaged(entry)
  const names = view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const start = offset + LOCAL_LENGTH + names
  if (start + packed > zip.byteLength) throw damaged(entry)
  return zip.subarray(start, start + packed)
}
