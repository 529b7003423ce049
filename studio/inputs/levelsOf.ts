/** What a rubric coaches: one message, and the levels at which it may be given. */
export interface Criterion {
  anchor: string | null
  levels: readonly {label: string; descriptor: string | null}[]
}

/** A level of a message, with what is seen or heard at it. */
export interface Level {
  label: string
  descriptors: readonly string[]
}

/** The levels of a message, weakest first; where several criteria coach it, each level has the words of all. */
export function levelsOf(criteria: readonly Criterion[], anchor: string | undefined): Level[] {
  const words = new Map<string, string[]>()
  for (const {label, descriptor} of criteria
    .filter((criterion) => criterion.anchor === anchor)
    .flatMap(({levels}) => levels))
    words.set(label, [...(words.get(label) ?? []), ...(descriptor === null ? [] : [descriptor])])
  return [...words].map(([label, descriptors]) => ({label, descriptors}))
}
