/**
 * What might be more than plain: whitespace that collapses, and anything from U+0300 on, below which text is in
 * Normalization Form C already.
 */
const UNUSUAL = /[^ !-\u009f\u00a1-\u02ff]|^ | $| {2}/u
const MAY_NEED_NFC = /[\u0300-\u{10ffff}]/u

/** Text as it counts: NFC, well-formed, whitespace collapsed and trimmed unless it is code. */
export function canonicalText(value: string, code: boolean): string {
  if (!UNUSUAL.test(value)) return value
  return composed(code ? value : collapsed(value).trim())
}

/** Every stretch of whitespace as one space. */
export function collapsed(text: string): string {
  return UNUSUAL.test(text) ? text.replaceAll(/\s+/gu, ' ') : text
}

export function composed(text: string): string {
  return MAY_NEED_NFC.test(text) ? text.toWellFormed().normalize('NFC') : text
}
