/** Numbers of slides and sections, names of studies and codes of claims are no results. */
const NAMES = /slides? \d+(?: and \d+)?|section \d+|KEL-\d+|CLM-\d+|E\d+\b|M\d\b/gu

/** Every number in a text, as written: `1,248`, `36.4`, `−0.06`. */
export const numbersIn = (text: string): string[] =>
  text.replaceAll(NAMES, '').match(/−?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/gu) ?? []
