/** Whitespace that is not already single spaces between words. */
const COLLAPSES = /[^\S ]|^ | $| {2}/u
/**
 * Outside of these, text may not be in Normalization Form C: Latin without combining marks, and the signs that numbers
 * are written with.
 */
const MAY_NEED_NFC =
  /[^\t-\u02ff\u2010-\u2027\u2030-\u205e\u2070-\u209f\u20a0-\u20cf\u2190-\u22ff]/u

/** Text as it counts: NFC, well-formed, whitespace collapsed and trimmed unless it is code. */
export function canonicalText(value: string, code: boolean): string {
  return composed(code || !COLLAPSES.test(value) ? value : collapsed(value).trim())
}

/** Every stretch of whitespace as one space. */
export function collapsed(text: string): string {
  return COLLAPSES.test(text) ? text.replaceAll(/\s+/gu, ' ') : text
}

export function composed(text: string): string {
  return MAY_NEED_NFC.test(text) ? text.toWellFormed().normalize('NFC') : text
}
