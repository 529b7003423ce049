import {applyPatches, makePatches, parsePatch, stringifyPatches} from '@sanity/diff-match-patch'

/** What a field was given that its form does not have yet, and the text that it was typed into. */
export interface Held {
  from: string
  text: string
}

/** What was typed, put into a text that somebody else changed meanwhile; as it was typed where the two do not fit together. */
export function rebased({from, text}: Held, onto: string): string {
  try {
    // Written and read again: only then places are counted as they are looked up, in bytes.
    const patches = parsePatch(stringifyPatches(makePatches(from, text)))
    const [merged, fitted] = applyPatches(patches, onto, {allowExceedingIndices: true})
    return fitted.every(Boolean) ? merged : text
  } catch {
    // It throws where a place falls into the middle of a character.
    return text
  }
}
