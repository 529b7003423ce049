import {isRecord, MAX_DEPTH} from '../json.ts'

/** What queries can name, and the Studio's forms and patches can address. */
const NAME = /^[A-Za-z0-9_$-]+$/u

/**
 * What keeps a value out of a document, if anything does: a name that no query can ask for, `__proto__`, which the
 * engines that read documents take for something else and lose, a number that JSON cannot hold, or too many levels.
 */
export function contentFault(value: unknown, levels: number = MAX_DEPTH): string | undefined {
  if (typeof value === 'number' && !Number.isFinite(value))
    return 'holds a number that is too large'
  if (typeof value !== 'object' || value === null) return undefined
  if (levels < 0) return `would be nested more than ${MAX_DEPTH} levels deep`
  if (Array.isArray(value)) {
    for (const member of value) {
      const fault = contentFault(member, levels - 1)
      if (fault !== undefined) return fault
    }
    return undefined
  }
  return isRecord(value) ? faultOfAttributes(Object.entries(value), levels) : undefined
}

function faultOfAttributes(
  attributes: readonly (readonly [string, unknown])[],
  levels: number,
): string | undefined {
  for (const [name, value] of attributes) {
    if (!NAME.test(name) || name === '__proto__')
      return `has an attribute whose name is not allowed: ${JSON.stringify(name.slice(0, 100))}`
    const fault = contentFault(value, levels - 1)
    if (fault !== undefined) return fault
  }
  return undefined
}
