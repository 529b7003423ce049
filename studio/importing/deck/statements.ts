import type {ClaimIndex, ClaimSuggestion} from '../../matching/claimIndex.ts'
import type {ImportedSlide} from './importedDeck.ts'
import {wordsOf} from './readText.ts'

/** One thing that a slide says, with the claims that it may state. */
export interface DeckStatement {
  /** Unique within its slide. */
  key: string
  words: string
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
  {title, paragraphs}: ImportedSlide,
  index: Pick<ClaimIndex, 'suggest'>,
): DeckStatement[] {
  const said = [
    ...(title === undefined ? [] : [{key: TITLE_KEY, words: title}]),
    ...paragraphs.map((each, at) => ({key: paragraphKey(at), words: wordsOf(each)})),
  ]
  return said.map((each) => ({
    ...each,
    suggestions:
      each.words.length > LONGEST
        ? []
        : index.suggest(each.words.replaceAll(REFERENCE_MARKS, ''), MOST_SUGGESTIONS),
  }))
}

const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve)
  })
