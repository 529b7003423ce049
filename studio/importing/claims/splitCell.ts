/** From the one that says most clearly that another value begins. */
const SEPARATORS = ['\n', '|', ';'] as const

/** The values of a cell, separated by the clearest separator in it: a semicolon within lines is a semicolon. */
export function splitCell(cell: string): string[] {
  return splitPlaces(cell).filter((part) => part !== '')
}

/** As `splitCell`, with the places that were left empty. */
export function splitPlaces(cell: string): string[] {
  const separator = separatorOf(cell)
  const parts = separator === undefined ? [cell] : cell.split(separator)
  return parts.map((part) => part.trim())
}

/**
 * The sentences of a cell: a semicolon separates none of them. “Bench; may not predict use” cut in two would be a claim
 * without its qualifier.
 */
export function splitSentences(cell: string): string[] {
  const separator = separatorOf(cell)
  return separator === ';' ? [cell] : splitCell(cell)
}

const separatorOf = (cell: string): string | undefined =>
  SEPARATORS.find((each) => cell.includes(each))
