import type {DeckParagraph} from './importedDeck.ts'
import {paragraphKey} from './statements.ts'
import type {SlideChoice} from './slideChoice.ts'

/** The paragraphs of a slide as rich text, in which those that state an accepted claim are tied to it. */
export const buildBody = (
  paragraphs: readonly DeckParagraph[],
  accepted: SlideChoice['accepted'],
): object[] =>
  paragraphs.map((paragraph, at) => {
    const key = paragraphKey(at)
    return block(key, paragraph, accepted[key] ?? [])
  })

function block(key: string, {runs, bulleted, level}: DeckParagraph, claims: readonly string[]) {
  const markDefs = claims.map((id, index) => ({
    _key: `${key}m${index}`,
    _type: 'claimReference',
    claim: {_type: 'reference', _ref: id},
  }))
  const cited = markDefs.map(({_key}) => _key)
  return {
    _key: key,
    _type: 'block',
    style: 'normal',
    ...(bulleted ? {listItem: 'bullet', level: level + 1} : {}),
    markDefs,
    children: runs.map(({text, strong, em}, index) => ({
      _key: `${key}s${index}`,
      _type: 'span',
      text,
      marks: [...(strong ? ['strong'] : []), ...(em ? ['em'] : []), ...cited],
    })),
  }
}
