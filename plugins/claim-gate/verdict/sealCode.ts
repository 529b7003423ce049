import {sha256Hex} from '../fingerprint/sha256Hex.ts'

/** Crockford's alphabet: nothing that is read as something else on paper. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Short code of one content of one document, the same whoever seals it: `7K3F-9QXM`. */
export function sealCode(id: string, fingerprint: string): string {
  const bits = BigInt(`0x${sha256Hex(`${id} ${fingerprint}`).slice(0, 10)}`)
  const digits = Array.from(
    {length: 8},
    (_, at) => DIGITS[Number((bits >> BigInt(35 - 5 * at)) & 31n)] ?? '0',
  ).join('')
  return `${digits.slice(0, 4)}-${digits.slice(4)}`
}
