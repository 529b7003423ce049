import {step} from '../timeLimit.ts'

/** One code unit, any (`.`), any number of any (`.*`), or at least one that is no dot (`[^.]+`). */
export type PatternPart = {unit: number} | 'any' | 'rest' | 'undotted'

const DOT = 46
const LINE_ENDS = new Set([0x0a, 0x0d, 0x2028, 0x2029])

/**
 * Whether a pattern matches a whole text, as the regular expression of these parts would, in time that grows with the
 * product of their lengths: all places in the pattern that the text may have reached are followed at once.
 */
export function linearPattern(parts: readonly PatternPart[]): (text: string) => boolean {
  const start = startOf(parts)
  return start === undefined ? followed(parts) : (text) => beginsWith(text, start)
}

/** What a text has to begin with, where the pattern is that and anything behind it, as in `path("drafts.**")`. */
function startOf(parts: readonly PatternPart[]): string | undefined {
  const units = parts.slice(0, -1).flatMap((part) => (typeof part === 'object' ? [part.unit] : []))
  const isStart = parts.at(-1) === 'rest' && units.length === parts.length - 1
  return isStart ? String.fromCharCode(...units) : undefined
}

function beginsWith(text: string, start: string): boolean {
  step()
  if (!text.startsWith(start)) return false
  for (let at = start.length; at < text.length; at++) {
    step()
    if (LINE_ENDS.has(text.charCodeAt(at))) return false
  }
  return true
}

function followed(parts: readonly PatternPart[]): (text: string) => boolean {
  let reached = new Uint8Array(parts.length + 1)
  let next = new Uint8Array(parts.length + 1)
  const skipEmpty = (places: Uint8Array): void => {
    for (let at = 0; at < parts.length; at++) {
      if (places[at] === 1 && parts[at] === 'rest') places[at + 1] = 1
    }
  }
  const advance = (unit: number): boolean => {
    next.fill(0)
    let alive = false
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]
      if (reached[at] === 0 || part === undefined || !takes(part, unit)) continue
      alive = true
      if (part === 'rest' || part === 'undotted') next[at] = 1
      if (part !== 'rest') next[at + 1] = 1
    }
    skipEmpty(next)
    ;[reached, next] = [next, reached]
    return alive
  }
  return (text) => {
    reached.fill(0)
    reached[0] = 1
    skipEmpty(reached)
    for (let at = 0; at < text.length; at++) {
      step()
      if (!advance(text.charCodeAt(at))) return false
    }
    return reached[parts.length] === 1
  }
}

function takes(part: PatternPart, unit: number): boolean {
  if (typeof part === 'object') return part.unit === unit
  return part === 'undotted' ? unit !== DOT : !LINE_ENDS.has(unit)
}
