const LENGTH = 160

/** One line of what a file says, short and without anything that a terminal would obey. */
export function printable(text: string): string {
  const line = text.replaceAll(/[\p{C}\s]+/gu, ' ').trim()
  return line.length > LENGTH ? `${line.slice(0, LENGTH - 1)}…` : line
}
