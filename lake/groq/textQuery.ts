const WORDS = /[\p{L}\p{N}]+/gu

/** A search as people type it: words that must occur, "phrases", and -words that must not. */
interface Term {
  words: string[]
  excluded: boolean
  /** The last word may be the beginning of one. */
  prefix: boolean
}

/** Whether a document's text holds what a search asks for; an empty search holds everywhere. */
export function matchesText(document: object | undefined, search: string): boolean {
  if (!document) return false
  const texts = textsIn(document).map(wordsOf)
  return termsOf(search).every(
    (term) => texts.some((words) => occurs(words, term)) !== term.excluded,
  )
}

/** The form that the hosted service takes: quotes keep words together, a minus excludes. */
function termsOf(search: string): Term[] {
  return [...search.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)]
    .map(([, minus, phrase, word]) => ({
      words: wordsOf(phrase ?? word ?? ''),
      excluded: minus === '-',
      prefix: phrase === undefined,
    }))
    .filter(({words}) => words.length > 0)
}

const wordsOf = (text: string): string[] => text.toLowerCase().normalize('NFKC').match(WORDS) ?? []

function occurs(words: readonly string[], {words: wanted, prefix}: Term): boolean {
  return words.some((_, start) =>
    wanted.every((word, at) => {
      const found = words[start + at]
      return (
        found === word || (prefix && at === wanted.length - 1 && found?.startsWith(word) === true)
      )
    }),
  )
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    key.startsWith('_') && key !== '_id' ? [] : textsIn(child),
  )
}
