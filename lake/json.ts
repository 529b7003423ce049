export type JsonRecord = Record<string, unknown>

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** How deep a body or a document may be nested: far more than content needs, far less than a stack holds. */
export const MAX_DEPTH = 200

/** Whether a value is nested no deeper than a limit; never recurses further than that, so that no depth can harm it. */
export function isShallow(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (limit < 0) return false
  if (Array.isArray(value)) return value.every((item) => isShallow(item, limit - 1))
  if (isRecord(value))
    for (const name in value) if (!isShallow(value[name], limit - 1)) return false
  return true
}
