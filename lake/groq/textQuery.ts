import {step, stepThrough} from './timeLimit.ts'

const WORDS = /[\p{L}\p{N}]+/gu

/** A search as people type it: words that must occur, "phrases", begin* of words, and -words that must not. */
interface Term {
  words: string[]
  excluded: boolean
  /** The last word may be the beginning of one. */
  prefix: boolean
}

/** Whether a document's text, its `_id` included, holds what a search asks for; an empty search holds everywhere. */
export function matchesDocument(document: object | undefined, search: string): boolean {
  return document !== undefined && matches(wordsIn(document), search)
}

export function matchesText(text: string, search: string): boolean {
  stepThrough(text)
  return matches(text.split('\n').map(wordsOf), search)
}

function matches(texts: readonly (readonly string[])[], search: string): boolean {
  return readSearch(search).every(
    (term) => texts.some((words) => occurs(words, term)) !== term.excluded,
  )
}

const known = new WeakMap<object, string[][]>()

function wordsIn(document: object): string[][] {
  const words = known.get(document) ?? textsIn(document).map(wordsOf)
  known.set(document, words)
  return words
}

let last: {search: string; terms: readonly Term[]} = {search: '', terms: []}

/** One search is asked of many texts. */
function readSearch(search: string): readonly Term[] {
  if (last.search !== search) last = {search, terms: termsOf(search)}
  return last.terms
}

/** The form that the hosted service takes: quotes keep words together, a star ends a beginning, a minus excludes. */
function termsOf(search: string): Term[] {
  return [...search.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/gu)]
    .map(([, minus, phrase, word = '']) => ({
      words: wordsOf(phrase ?? word),
      excluded: minus === '-',
      prefix: word.endsWith('*'),
    }))
    .filter(({words}) => words.length > 0)
}

const wordsOf = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(WORDS) ?? []

function occurs(words: readonly string[], {words: wanted, prefix}: Term): boolean {
  return words.some((_, start) =>
    wanted.every((word, at) => {
      step()
      const found = words[start + at]
      const isLast = at === wanted.length - 1
      return found === word || (prefix && isLast && found?.startsWith(word) === true)
    }),
  )
}

/** What people wrote: not the names of types, the keys and the references. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) =>
    key.startsWith('_') && key !== '_id' ? [] : textsIn(child),
  )
}
