import type {DeckRefusal} from './deckRefusal.ts'

/** Of the container in which Office kept files before it used zip, and keeps encrypted ones still. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ZIP = [0x50, 0x4b]

/** What a file is instead of a zip, as its first bytes tell; `undefined` for a zip. */
export function foreignFile(bytes: Uint8Array): DeckRefusal | undefined {
  if (bytes.byteLength === 0) return {reason: 'empty'}
  if (startsWith(bytes, ZIP)) return undefined
  if (!startsWith(bytes, OLE)) return {reason: 'notPowerPoint'}
  if (holds(bytes, 'EncryptedPackage')) return {reason: 'passwordProtected'}
  return {reason: holds(bytes, 'PowerPoint Document') ? 'oldPowerPoint' : 'notPowerPoint'}
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte)

/** Names in that container are UTF-16, and begin at a multiple of 128 bytes. */
function holds(bytes: Uint8Array, name: string): boolean {
  const codes = Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat()
  for (let at = 0; at < bytes.byteLength; at += 128) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true
  }
  return false
}
