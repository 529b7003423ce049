import type {ChosenSlide} from './buildDrafts.ts'
import type {DeckSettings} from './deckSettings.ts'

/** A file with everything that a person decided about it. */
export interface DeckImport {
  bytes: Uint8Array<ArrayBuffer>
  filename: string
  settings: DeckSettings
  slides: readonly Omit<ChosenSlide, 'id'>[]
  /** Kept with the deck. */
  note: string
}
