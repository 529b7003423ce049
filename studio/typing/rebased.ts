import {applyPatches, makePatches} from '@sanity/diff-match-patch'

/** What a field was given that its form does not have yet, and the text that it was typed into. */
export interface Held {
  from: string
  text: string
}

/** What was typed, put into a text that somebody else changed meanwhile; as it was typed where the two do not fit together. */
export function rebased({from, text}: Held, onto: string): string {
  const [merged, fitted] = applyPatches(makePatches(from, text), onto)
  return fitted.every(Boolean) ? merged : text
}
