/** Every number in a text, as written: `1,248`, `36.4`, `−0.06`; numbers of slides and names of studies are no results. */
export const numbersIn = (text: string): string[] =>
  text.replaceAll(/slide \d+|KEL-\d+/gu, '').match(/−?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/gu) ?? []
