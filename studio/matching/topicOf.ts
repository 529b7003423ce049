import {isNumber} from './isNumber.ts'
import {stemOf} from './stemOf.ts'
import {tokensOf} from './tokensOf.ts'

/** What a text speaks of, without its order: words in what their forms have in common, numbers as written. */
export interface Topic {
  words: ReadonlySet<string>
  numbers: ReadonlySet<string>
}

export function topicOf(...texts: readonly string[]): Topic {
  const tokens = texts.flatMap(tokensOf)
  return {
    words: new Set(
      tokens.filter((token) => /^\p{L}/u.test(token)).flatMap((word) => stemOf(word) ?? []),
    ),
    numbers: new Set(tokens.filter(isNumber)),
  }
}
