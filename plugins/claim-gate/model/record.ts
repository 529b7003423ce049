export type JsonRecord = Readonly<Record<string, unknown>>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textAt(record: JsonRecord, key: string): string | undefined {
  const value = record[key]
  return typeof value === 'string' ? value : undefined
}

export function listAt(record: JsonRecord, key: string): readonly unknown[] {
  const value = record[key]
  return Array.isArray(value) ? value : []
}

export function textsAt(record: JsonRecord, key: string): string[] {
  return listAt(record, key).filter((item) => typeof item === 'string')
}

/** The id that a reference points at, or that a text is. */
export function idAt(record: JsonRecord, path: string): string | undefined {
  const value = valueAt(record, path)
  if (isRecord(value)) return textAt(value, '_ref')
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The value at a dotted path, `undefined` where the path leaves the record. */
export function valueAt(record: JsonRecord, path: string): unknown {
  let value: unknown = record
  for (const step of path.split('.')) {
    if (!isRecord(value)) return undefined
    value = value[step]
  }
  return value
}
