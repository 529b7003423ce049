import {fieldOf, referencedIds} from '../references.ts'

/** Whoever speaks is known by a code: scores and drift are nobody's personnel file. */
export function isPseudonym(code: unknown): true | string {
  if (typeof code !== 'string') return true
  const isCode = /^[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*$/u.test(code) && /\d/u.test(code)
  return isCode || 'Use a code with a number, such as R-017: never a name or an e-mail address.'
}

const DAY_MS = 86_400_000

/** What is recorded has happened; a day is allowed for those who are ahead of UTC. */
export function hasHappened(day: unknown): true | string {
  const tomorrow = new Date(Date.now() + DAY_MS).toISOString().slice(0, 10)
  return (
    typeof day !== 'string' ||
    day <= tomorrow ||
    'This day is yet to come: give the day on which it was.'
  )
}

/** How patients come to stand in notes: a record number, a birthday, an age, initials with a bed. */
const OF_PATIENTS = [
  /\b(?:MRN|medical record|patient (?:id|name|number|no\.?)|hospital number)\b/iu,
  /\b(?:DOB|date of birth|born on)\b/iu,
  /\b\d{1,3}[- ]?(?:year|yr|month|week)s?[- ]old\b/iu,
  /\b(?:Mr|Mrs|Ms)\.? [A-Z]/u,
]

/** Nobody who was treated can be told from what is written. */
export function namesNoPatient(text: unknown): true | string {
  const isFound = typeof text === 'string' && OF_PATIENTS.some((pattern) => pattern.test(text))
  return !isFound || 'This reads like a detail of a patient: take it out; what was said is enough.'
}

/** Entries about the same thing would be counted twice. */
export const distinctBy =
  (field: string, message: string) =>
  (entries: unknown): true | string => {
    const ids = referencedIds(entries, field)
    return new Set(ids).size === ids.length || message
  }

export const isGiven = (value: unknown, field: string): boolean => {
  const given = fieldOf(value, field)
  return given !== undefined && given !== null && given !== ''
}
