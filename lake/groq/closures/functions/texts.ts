import {step, stepThrough} from '../../timeLimit.ts'

export function lower(value: unknown): string | null {
  if (typeof value !== 'string') return null
  stepThrough(value)
  return value.toLowerCase()
}

export function upper(value: unknown): string | null {
  if (typeof value !== 'string') return null
  stepThrough(value)
  return value.toUpperCase()
}

export const startsWith = (text: unknown, start: unknown): boolean | null =>
  typeof text === 'string' && typeof start === 'string' ? text.startsWith(start) : null

/** `text.split(…)` that watches the clock; by nothing means by character. */
export function split(text: unknown, separator: unknown): string[] | null {
  if (typeof text !== 'string' || typeof separator !== 'string') return null
  if (text === '') return []
  stepThrough(text)
  const parts: string[] = []
  if (separator === '') {
    for (const character of text) {
      step()
      parts.push(character)
    }
    return parts
  }
  let start = 0
  for (let at = text.indexOf(separator); at !== -1; at = text.indexOf(separator, start)) {
    step()
    parts.push(text.slice(start, at))
    start = at + separator.length
  }
  parts.push(text.slice(start))
  return parts
}

/** Of a text its characters, where one beyond the first 65,536 counts once; of a list its elements. */
export function length(value: unknown): number | null {
  if (Array.isArray(value)) return value.length
  if (typeof value !== 'string') return null
  stepThrough(value)
  let count = 0
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at)
    if (unit < 0xd800 || unit > 0xdbff) count += 1
  }
  return count
}
