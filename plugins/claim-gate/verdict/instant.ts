const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/u
const DAY = /^\d{4}-\d{2}-\d{2}$/u

/** Milliseconds of a full RFC 3339 date-time, which is all that GROQ's `dateTime` reads; `NaN` for anything else. */
export function instantOf(value: string): number {
  return DATE_TIME.test(value) ? Date.parse(value) : Number.NaN
}

/** Whether an end is still to come; none never comes, and one that cannot be read has passed. */
export function isBefore(now: string, until: string | undefined): boolean {
  return until === undefined || instantOf(now) < instantOf(until)
}

export function isCalendarDay(value: string): boolean {
  const instant = DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN
  // From the first year to the last but one: a day later must still be a date that GROQ reads.
  if (Number.isNaN(instant) || value < '0002' || value >= '9999') return false
  return new Date(instant).toISOString().startsWith(value)
}

/** The instant at which a calendar day, `offset` days later, begins in a time zone. */
export function startOfDay(day: string, timeZone: string, offset = 0): string {
  const midnight = Date.parse(`${day}T00:00:00Z`) + offset * 86_400_000
  const first = midnight - zoneOffset(midnight, timeZone)
  return new Date(midnight - zoneOffset(first, timeZone)).toISOString()
}

/** Milliseconds by which a zone's clocks are ahead of UTC at an instant. */
function zoneOffset(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(instant)
  const read = (type: string): string => parts.find((part) => part.type === type)?.value ?? '00'
  const local = `${read('year').padStart(4, '0')}-${read('month')}-${read('day')}T${read('hour')}:${read('minute')}:${read('second')}Z`
  return Date.parse(local) - instant
}
