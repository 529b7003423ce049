/** Two results set against each other, in the order in which they stand: "34 vs 49"; what is in brackets stands aside. */
export const pairsIn = (text: string): string[] =>
  [
    ...text
      .replaceAll(/ \([^)]*\)/gu, '')
      .matchAll(
        /(\d+(?:[.,]\d+)*)(?: ?(?:%|°C|dBA|[a-zµ]+))?(?: vs\.?| versus|, not) [$€£]?(\d+(?:[.,]\d+)*)/gu,
      ),
  ].map(([, ours = '', theirs = '']) => `${ours} vs ${theirs}`)
