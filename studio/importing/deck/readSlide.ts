import {choosePicture} from './choosePicture.ts'
import {DECK_LIMITS} from './deckLimits.ts'
import {DeckRefusedError} from './deckRefusal.ts'
import type {DeckParagraph, ImportedSlide, LeftOut} from './importedDeck.ts'
import {leftOutOf} from './leftOutOf.ts'
import type {Presentation} from './openPresentation.ts'
import {asLine, wordsOf} from './readText.ts'
import {readNotes} from './readNotes.ts'
import {readShapes} from './readShapes.ts'
import {BETWEEN_CELLS} from './readTable.ts'
import {relationshipsOf, type Relationship} from './relationships.ts'
import {childOf, isOff, type XmlNode} from './xmlNode.ts'

/** Longer first words are a text. */
const LONGEST_TITLE = 150

/** Names what layout and master put around a slide. */
type Surroundings = (root: XmlNode, relationships: Iterable<Relationship>) => readonly LeftOut[]

/**
 * One slide with all that is on it, and the names of what is not taken over.
 * @throws DeckRefusedError
 */
export function readSlide(
  {archive, area}: Presentation,
  part: string,
  page: number,
  surroundings: Surroundings,
): ImportedSlide {
  const root = archive.xml(part)
  if (!root) throw new DeckRefusedError({reason: 'missingPart', part})
  if (root.name !== 'sld') throw new DeckRefusedError({reason: 'circular', part})
  const relationships = new Map(relationshipsOf(archive, part).map((each) => [each.id, each]))
  const context = {archive, area, relationships}
  const shapes = readShapes(childOf(root, 'cSld', 'spTree'), context)
  const {picture, leftOut} = choosePicture(shapes.pictures, context)
  const title = shapes.title ?? firstWords(shapes.paragraphs[0])
  const slide: ImportedSlide = {
    page,
    hidden: isOff(root.attributes.get('show')),
    opens: shapes.opens === true,
    ...(title === undefined ? {} : {title}),
    paragraphs: shapes.title === title ? shapes.paragraphs : shapes.paragraphs.slice(1),
    notes: readNotes(context),
    ...(picture ? {picture} : {}),
    leftOut: [
      ...shapes.leftOut,
      ...leftOut,
      ...leftOutOf(root, relationships),
      ...surroundings(root, relationships.values()),
    ],
  }
  if (isOverfull(slide)) throw new DeckRefusedError({reason: 'overfull', page})
  return slide
}

/** Without a title of its own, a slide is known by its first words, if these are a line and no text or table. */
function firstWords(first: DeckParagraph | undefined): string | undefined {
  const line = first ? asLine([first]) : ''
  const isTitle =
    line !== '' && line.length <= LONGEST_TITLE && !line.includes(BETWEEN_CELLS.trim())
  return isTitle ? line : undefined
}

/** More than anybody could show or read, and than a page can list. */
function isOverfull({title = '', paragraphs, notes, leftOut}: ImportedSlide): boolean {
  if (paragraphs.length + leftOut.length > DECK_LIMITS.lines) return true
  const words = paragraphs.reduce((total, each) => total + wordsOf(each).length, 0)
  return title.length + words + notes.length > DECK_LIMITS.characters
}
