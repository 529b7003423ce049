const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/u
const NAMED = /^(\d{1,2})[ .-]+(\p{L}{3,9})\.?[ ,.-]+(\d{4})$/u
/** "March 31, 2027", as it is written in the United States. */
const NAMED_FIRST = /^(\p{L}{3,9})\.?[ .-]+(\d{1,2})(?:st|nd|rd|th)?[ ,.-]+(\d{4})$/u
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u

/** The calendar day that a cell says, `YYYY-MM-DD`; `undefined` where it says none, or could say two. */
export function readDay(text: string): string | undefined {
  const iso = ISO.exec(text)
  if (iso) return dayOf(iso[1], iso[2], iso[3])
  const dotted = DOTTED.exec(text)
  if (dotted) return dayOf(dotted[3], dotted[2], dotted[1])
  const [, day, name, year] = NAMED.exec(text) ?? []
  if (name !== undefined) return dayOf(year, monthOf(name), day)
  const [, monthName, dayAfter, yearAfter] = NAMED_FIRST.exec(text) ?? []
  if (monthName !== undefined) return dayOf(yearAfter, monthOf(monthName), dayAfter)
  const [, first = '', second = '', slashedYear] = SLASHED.exec(text) ?? []
  // 03/04 is March in one office and April in another.
  if (Number(first) > 12 || first === second) return dayOf(slashedYear, second, first)
  if (Number(second) > 12) return dayOf(slashedYear, first, second)
  return undefined
}

const MONTH_NAMES = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** The number of a month by its English name, whole or its beginning. */
function monthOf(name: string): string {
  const place = MONTH_NAMES.findIndex((month) => month.startsWith(name.toLowerCase()))
  return String(place + 1)
}

/** The day where the calendar has it. */
function dayOf(year = '', month = '', day = ''): string | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}
