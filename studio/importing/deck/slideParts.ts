import type {DeckParagraph, LeftOut} from './importedDeck.ts'
import type {Archive} from './openArchive.ts'
import type {Relationship} from './relationships.ts'

/** What surrounds the shapes of one slide. */
export interface SlideContext {
  archive: Archive
  relationships: ReadonlyMap<string, Relationship>
  /** Of the slide, in the units of the file. */
  area: number
}

/** A picture that a slide shows, before any of its bytes are read. */
export interface FoundPicture {
  /** Id of the relationship; absent where it lies outside of the file. */
  embed?: string
  /** How much of the slide it takes. */
  area: number
  name: string
  alt?: string
}

/** What the shapes of a slide hold. */
export interface ShapeContent {
  title?: string
  opens?: boolean
  paragraphs: DeckParagraph[]
  pictures: FoundPicture[]
  leftOut: LeftOut[]
}

export const NOTHING: ShapeContent = {paragraphs: [], pictures: [], leftOut: []}
