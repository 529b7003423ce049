/** A stretch of text that looks alike. */
export interface DeckRun {
  text: string
  strong: boolean
  em: boolean
}

export interface DeckParagraph {
  runs: readonly DeckRun[]
  /** From 0, as PowerPoint counts. */
  level: number
  bulleted: boolean
}

/** What a slide shows or does that no draft will hold. */
export type LeftOutKind =
  | 'animation'
  | 'background'
  | 'chart'
  | 'comments'
  | 'diagramLayout'
  | 'embeddedObject'
  | 'equation'
  | 'footer'
  | 'ink'
  | 'layoutPicture'
  | 'layoutText'
  | 'link'
  | 'linkedPicture'
  | 'numbering'
  | 'otherPicture'
  | 'pictureFormat'
  | 'sound'
  | 'tableLayout'
  | 'transition'
  | 'unknown'
  | 'video'

export interface LeftOut {
  kind: LeftOutKind
  /** Its name, words or address, where it has any. */
  name?: string
}

export interface DeckPicture {
  /** The same array wherever the same picture stands. */
  bytes: Uint8Array<ArrayBuffer>
  mimeType: string
  filename: string
  alt?: string
}

export interface ImportedSlide {
  /** Where it stands in the file, from 1; hidden slides count, as they do in PowerPoint. */
  page: number
  hidden: boolean
  /** Laid out as the title of the deck. */
  opens: boolean
  title?: string
  paragraphs: readonly DeckParagraph[]
  notes: string
  picture?: DeckPicture
  leftOut: readonly LeftOut[]
}

export interface ImportedDeck {
  slides: readonly ImportedSlide[]
}
