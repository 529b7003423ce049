/** A title as it may stand within a sentence: a claim can be as long as a paragraph. */
export function shortened(title: string, most = 60): string {
  if (title.length <= most) return title
  const cut = title.slice(0, most)
  const word = cut.lastIndexOf(' ')
  return `${(word > most / 2 ? cut.slice(0, word) : cut).trimEnd()}…`
}
