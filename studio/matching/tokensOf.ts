const TOKEN = /-?\d+(?:\.\d+)?%?|\p{L}+|[<>≤≥=≠±$€£°]/gu

/** How people type the same thing: each pattern with what it is evened out to, in this order. */
const TYPING: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L})\p{Mn}+/gu, ''],
  [/(?<=\p{L})['’](?=\p{L})/gu, ''],
  // A true minus belongs to its number even with a space between.
  [/−\s*(?=\d)/gu, '-'],
  [/[‐‑‒–—−]/gu, '-'],
  [/(?<=\d),(?=\d{3}(?!\d))/gu, ''],
  [/(?<![\d\p{L}])\.(?=\d)/gu, '0.'],
  [/>=/gu, '≥'],
  [/<=/gu, '≤'],
  [/(?<=\d)\s*(?:per ?cent\b|%)/gu, '%'],
  // A range is the same with a dash and with “to”; a dash with a space on its left alone is a minus.
  [/(?<=\d%?)(?:-|\s+-\s+)(?=\d)/gu, ' to '],
  [/(?<=\p{L})-/gu, ' '],
  [/\bversus\b/gu, 'vs'],
]

/**
 * The words, numbers and signs of a text, in their order. Dashes, quotes, commas in numbers, capitals and accents are
 * evened out; `0.3` and `-0.3`, `36` and `36.0`, `93%` and `93` stay apart.
 */
export function tokensOf(text: string): string[] {
  // `≠` is kept whole: taken apart, its stroke would go with the accents.
  const plain = text
    .split('≠')
    .map((part) => part.normalize('NFKD'))
    .join('≠')
    .toLowerCase()
  const evened = TYPING.reduce((so, [pattern, to]) => so.replaceAll(pattern, to), plain)
  return evened.match(TOKEN) ?? []
}
