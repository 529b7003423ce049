const NEEDS_COLLAPSE = /[^\S ]|^ | $| {2}/u
/** Text below U+0300 is in Normalization Form C already. */
const MAY_NEED_NFC = /[\u0300-\u{10ffff}]/u

/** Text as it counts: NFC, well-formed, whitespace collapsed and trimmed unless it is code. */
export function canonicalText(value: string, code: boolean): string {
  const text = code || !NEEDS_COLLAPSE.test(value) ? value : value.replaceAll(/\s+/gu, ' ').trim()
  return composed(text)
}

export function composed(text: string): string {
  return MAY_NEED_NFC.test(text) ? text.toWellFormed().normalize('NFC') : text
}
