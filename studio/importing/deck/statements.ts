import type {ClaimIndex, ClaimSuggestion} from '../../matching/claimIndex.ts'
import type {ImportedSlide} from './importedDeck.ts'
import {wordsOf} from './readText.ts'

/** One thing that a slide says, with the claims that it may state. */
export interface DeckStatement {
  /** Unique within its slide. */
  key: string
  words: string
  /** Said aloud, and not shown. */
  isNote: boolean
  suggestions: readonly ClaimSuggestion[]
}

export interface SuggestedSlide {
  slide: ImportedSlide
  statements: readonly DeckStatement[]
}

const TITLE_KEY = 'title'
export const paragraphKey = (at: number): string => `p${at}`

const MOST_SUGGESTIONS = 3
/** Longer ones are no statement but a text. */
const LONGEST = 2000
/** Marks that point to references, not those of units and powers. */
const REFERENCE_MARKS = /(?<!\b[kcdmµ]?m)(?<!\b10[⁻-]?)[⁰¹²³⁴-⁹]+(?:[,–-][⁰¹²³⁴-⁹]+)*/gu

/** What every slide says, each thing beside the claims that it may state. Lets the page draw between two slides. */
export async function suggestClaims(
  slides: readonly ImportedSlide[],
  index: Pick<ClaimIndex, 'suggest'>,
  pause: () => Promise<void> = nextTask,
): Promise<readonly SuggestedSlide[]> {
  const suggested: SuggestedSlide[] = []
  for (const slide of slides) {
    await pause()
    suggested.push({slide, statements: statementsOf(slide, index)})
  }
  return suggested
}

function statementsOf(
  {title, paragraphs, notes}: ImportedSlide,
  index: Pick<ClaimIndex, 'suggest'>,
): DeckStatement[] {
  const said = [
    ...(title === undefined ? [] : [{key: TITLE_KEY, words: title, isNote: false}]),
    ...paragraphs.map((each, at) => ({
      key: paragraphKey(at),
      words: wordsOf(each),
      isNote: false,
    })),
    ...linesOf(notes).map((words, at) => ({key: `n${at}`, words, isNote: true})),
  ]
  const statements = said.map((each) => ({
    ...each,
    suggestions:
      each.words.length > LONGEST
        ? []
        : index.suggest(each.words.replaceAll(REFERENCE_MARKS, ''), MOST_SUGGESTIONS),
  }))
  // Notes are read beside the slide as they are: of their lines only those that come near a claim are asked about.
  return statements.filter(({isNote, suggestions}) => !isNote || suggestions.length > 0)
}

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve)
  })
