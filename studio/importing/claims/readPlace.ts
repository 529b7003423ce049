/** The exact place in a piece of evidence, as a locator holds it. */
export type Place = Readonly<Partial<Record<'page' | 'table' | 'figure' | 'quote', string>>>

/** A name with its place is shorter. */
const MAX_LENGTH = 2000
const NUMBER = String.raw`(\p{L}{0,3}\p{N}[\p{L}\p{N}]*(?:[.–-][\p{L}\p{N}]+)*)`
const PART = new RegExp(
  String.raw`^(?:(pages?|pp?\.?)|(tables?|tab\.?|tbl\.?)|(figures?|figs?\.?))\s*(?:no\.?\s*)?${NUMBER}$`,
  'iu',
)
const QUOTED = /^(?:quote:?\s*)?[“"«](.+)[”"»]$/su

/** Reads `p. 106, Table 2` or `page 4, “word for word”`; `undefined` for what is no such place. */
export function readPlace(text: string): Place | undefined {
  const quoteAt = text.search(/(?:quote:?\s*)?[“"«]/iu)
  const before = quoteAt < 0 ? text : text.slice(0, quoteAt)
  const quote = quoteAt < 0 ? undefined : QUOTED.exec(text.slice(quoteAt).trim())?.[1]
  if (quoteAt >= 0 && quote === undefined) return undefined
  const place: {-readonly [key in keyof Place]: Place[key]} = quote === undefined ? {} : {quote}
  for (const part of before.split(/[,;:]/u).map((each) => each.trim())) {
    if (part === '') continue
    const [, page, table, figure, value] = PART.exec(part) ?? []
    if (value === undefined) return undefined
    if (page !== undefined && place.page === undefined) place.page = value
    else if (table !== undefined && place.table === undefined) place.table = value
    else if (figure !== undefined && place.figure === undefined) place.figure = value
    else return undefined
  }
  return Object.keys(place).length === 0 ? undefined : place
}

/** A name with the place behind it, as in `KEL-101, p. 106, Table 2` or `KEL-101 (Table 2)`; shortest name first. */
export function* namesWithPlace(text: string): Generator<{name: string; place: Place}> {
  if (text.length > MAX_LENGTH) return
  const bracketed = /^(.+?)\s*[([]([^()[\]]+)[)\]]$/su.exec(text)
  if (bracketed?.[1] !== undefined && bracketed[2] !== undefined) {
    const place = readPlace(bracketed[2])
    if (place) yield {name: bracketed[1], place}
  }
  for (const {index} of text.matchAll(/[,:]/gu)) {
    const place = readPlace(text.slice(index + 1).trim())
    if (place) yield {name: text.slice(0, index).trim(), place}
  }
}
