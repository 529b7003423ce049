import {DeckRefusedError} from './deckRefusal.ts'
import {readText, wordsOf} from './readText.ts'
import type {SlideContext} from './slideParts.ts'
import {allOf, childOf} from './xmlNode.ts'

/**
 * What the speaker says, a line for each paragraph; empty where there are no notes.
 * @throws DeckRefusedError when what stands for the notes is no page of notes.
 */
export function readNotes({archive, relationships}: SlideContext): string {
  const part = [...relationships.values()].find(({kind}) => kind === 'notesSlide')
  if (!part || part.external) return ''
  const root = archive.xml(part.target)
  if (!root) throw new DeckRefusedError({reason: 'missingPart', part: part.target})
  // A slide that names itself, or another slide, for its notes.
  if (root.name !== 'notes') throw new DeckRefusedError({reason: 'circular', part: part.target})
  return allOf(root, 'sp')
    .filter((shape) => childOf(shape, 'nvSpPr', 'nvPr', 'ph')?.attributes.get('type') === 'body')
    .flatMap((shape) => readText(childOf(shape, 'txBody')))
    .map(wordsOf)
    .join('\n')
}
