/** How much a token tells of what is meant: what stands in every claim tells nothing. */
export type Weigh = (token: string) => number

/** Weighs tokens by how few of these texts hold them; one that none of them holds weighs most. */
export function createWeights(texts: readonly ReadonlySet<string>[]): Weigh {
  const counts = new Map<string, number>()
  for (const text of texts) {
    for (const token of text) counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  const all = Math.max(texts.length, 1)
  return (token) => Math.log(1 + all / ((counts.get(token) ?? 0) + 0.5))
}
