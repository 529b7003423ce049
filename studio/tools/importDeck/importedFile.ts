import type {EarlierImport} from '../../importing/deck/importedBefore.ts'
import type {DeckRefusal} from '../../importing/deck/deckRefusal.ts'
import type {LaunchChoice} from '../../importing/deck/fetchLaunches.ts'
import type {SuggestedSlide} from '../../importing/deck/statements.ts'
import type {ClaimStanding} from '../../matching/claimStanding.ts'

/** A file that was read, with all that is needed to decide about it. */
export interface ImportedFile {
  name: string
  bytes: Uint8Array<ArrayBuffer>
  slides: readonly SuggestedSlide[]
  launches: readonly LaunchChoice[]
  /** By id of the claim. */
  standings: ReadonlyMap<string, ClaimStanding>
}

/** How far it is with the file that somebody chose. */
export type FileState =
  | {status: 'none'}
  | {status: 'opening'; name: string}
  | {status: 'reading'; done: number; of: number}
  | {status: 'comparing'}
  | {status: 'refused'; name: string; refusal: DeckRefusal}
  | {status: 'before'; name: string; earlier: EarlierImport}
  | {status: 'failed'; name: string; message: string}
  | {status: 'ready'; file: ImportedFile}
