import {sha256} from '@noble/hashes/sha2.js'
import {bytesToHex, utf8ToBytes} from '@noble/hashes/utils.js'

type Hash = (text: string) => string

/** SHA-256 of the text's UTF-8 bytes in JavaScript alone: for browsers, whose own digest is asynchronous. */
export const portableSha256Hex: Hash = (text) => bytesToHex(sha256(utf8ToBytes(text)))

/** SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits; native where there is Node. */
export const sha256Hex: Hash = nativeSha256Hex() ?? portableSha256Hex

/** No import: a bundler for browsers would have to resolve it. */
function nativeSha256Hex(): Hash | undefined {
  if (typeof process === 'undefined' || typeof process.getBuiltinModule !== 'function')
    return undefined
  const {hash} = process.getBuiltinModule('node:crypto')
  return (text) => hash('sha256', text, 'hex')
}
