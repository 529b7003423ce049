import {isRecord, type JsonRecord} from '../json.ts'

/** A copy in which every object in a list has a `_key`. */
export function generateKeys(document: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(document).map(([key, value]) => [key, keyed(value)]))
}

function keyed(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => {
      const inner = keyed(item)
      return isRecord(inner) && typeof inner._key !== 'string' ? {...inner, _key: newKey()} : inner
    })
  }
  return isRecord(value) ? generateKeys(value) : value
}

const newKey = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 12)
