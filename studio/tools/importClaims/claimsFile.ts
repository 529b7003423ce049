import type {Reason} from '../../importing/claims/claimColumn.ts'
import type {Library} from '../../importing/claims/library.ts'
import type {Table} from '../../importing/claims/readTable.ts'

/** A file that was read, and the dataset with which it is compared. */
export interface ClaimsFile {
  name: string
  table: Table
  library: Library
}

/** How far it is with the file that somebody chose. */
export type FileState =
  | {status: 'none'}
  | {status: 'reading'; name: string}
  | {status: 'unreadable'; name: string; reason: Reason}
  | {status: 'failed'; name: string; message: string}
  | {status: 'ready'; file: ClaimsFile}
