import {isRecord, type JsonRecord} from '../json.ts'

/** A copy in which references that were weak only until publication are strong. */
export function strengthened(document: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(document).map(([key, value]) => [key, strengthen(value)]),
  )
}

function strengthen(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthen)
  if (!isRecord(value)) return value
  const {_strengthenOnPublish: promise, ...rest} = value
  if (!isRecord(promise)) return strengthened(value)
  const {_weak: _w, ...strong} = rest
  return promise.weak === true ? {...strong, _weak: true} : strong
}
