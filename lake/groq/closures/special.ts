import {linearPattern, type PatternPart} from './linearPattern.ts'

/**
 * Values that JSON has as text. They have no field and no method of their own name, so that a query which reads one
 * finds nothing.
 */
export abstract class Special {
  readonly #text: () => string
  constructor(text: () => string) {
    this.#text = text
  }
  static textOf(value: Special): string {
    return value.#text()
  }
}

/** A moment; one that no calendar has (the 45th of May) is kept too and compares with nothing. */
export class Instant extends Special {
  readonly #time: number
  constructor(time: number) {
    super(() => format(time))
    this.#time = time
  }
  static timeOf(instant: Instant): number {
    return instant.#time
  }
}

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|([-+]\d{2}:\d{2}))$/

export function readInstant(text: string): Instant | null {
  return RFC3339.test(text) ? new Instant(Date.parse(text)) : null
}

export function plusSeconds(instant: Instant, seconds: number): Instant {
  return new Instant(new Date(Instant.timeOf(instant) + seconds * 1e3).getTime())
}

function format(time: number): string {
  const date = new Date(time)
  const padded = (number: number, length = 2): string => number.toString().padStart(length, '0')
  const day = [
    padded(date.getUTCFullYear(), 4),
    padded(date.getUTCMonth() + 1),
    padded(date.getUTCDate()),
  ]
  const clock = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map((part) =>
    padded(part),
  )
  const millis = date.getUTCMilliseconds()
  const fraction = millis === 0 ? '' : `.${padded(millis, 3)}`
  return `${day.join('-')}T${clock.join(':')}${fraction}Z`
}

/** Far more than an id has characters. */
const LONGEST_PATH = 4096

/** What `path("drafts.**")` gives. */
export class PathPattern extends Special {
  readonly #matches: (text: string) => boolean
  constructor(pattern: string) {
    super(() => pattern)
    this.#matches = linearPattern(pathParts(pattern))
  }
  static matches(pattern: PathPattern, text: string): boolean {
    return pattern.#matches(text)
  }
}

/** Between two parts groq-js takes any character for the dot. */
function pathParts(pattern: string): PatternPart[] {
  if (pattern.length > LONGEST_PATH) throw new RangeError('A path in the query is too long')
  return pattern.split('.').flatMap((part, index): PatternPart[] => {
    const dot: PatternPart[] = index === 0 ? [] : ['any']
    if (part === '*') return [...dot, 'undotted']
    if (part === '**') return [...dot, 'rest']
    return [...dot, ...Array.from({length: part.length}, (_, at) => ({unit: part.charCodeAt(at)}))]
  })
}
