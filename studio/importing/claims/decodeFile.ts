import type {Reason} from './claimColumn.ts'

/** A larger file is no claims library. */
export const MAX_FILE_BYTES = 50_000_000
export const TOO_LARGE: Reason = {
  key: 'file.too-large',
  params: {limit: MAX_FILE_BYTES / 1_000_000},
}

const WORKBOOK = [0x50, 0x4b, 0x03, 0x04]

/** The text of a CSV file, without byte order mark and with line feeds only; or why it has none. */
export function decodeFile(bytes: Uint8Array): {text: string} | {unreadable: Reason} {
  if (bytes.length > MAX_FILE_BYTES) return {unreadable: TOO_LARGE}
  if (WORKBOOK.every((byte, index) => bytes[index] === byte))
    return {unreadable: {key: 'file.workbook'}}
  const encoding = encodingOf(bytes)
  const decoded = decode(bytes, encoding)
  if (decoded === undefined)
    return {unreadable: {key: bytes.includes(0) ? 'file.binary' : 'file.not-utf8'}}
  if (decoded.includes('\0')) return {unreadable: {key: 'file.binary'}}
  const text = decoded.replaceAll(/\r\n?/gu, '\n')
  return text.trim() === '' ? {unreadable: {key: 'file.empty'}} : {text}
}

/** UTF-8, unless a byte order mark says otherwise, as in the “Unicode text” of spreadsheets. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    return undefined
  }
}
