/** Words that say nothing of a topic. Not, no, below and above are none of them: they turn a claim round. */
const EMPTY: ReadonlySet<string> = new Set(
  'a an and are as at be by for from had has have in into is it its of on or our so than that the their there these they this to vs was we were which who will with you your'.split(
    ' ',
  ),
)

const ENDINGS = ['ing', 'ed', 'es', 's', 'e']
const SHORTEST = 4

/** What a word has in common with its other forms (`warmed`, `warming`); `undefined` for words and units that say nothing. */
export function stemOf(word: string): string | undefined {
  if (word.length === 1 || EMPTY.has(word)) return undefined
  const ending = ENDINGS.find(
    (each) => word.endsWith(each) && word.length - each.length >= SHORTEST,
  )
  return ending === undefined ? word : word.slice(0, -ending.length)
}
