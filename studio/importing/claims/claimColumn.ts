import type {REASON_WORDS} from './reasonWords.ts'

/** What a column of a claims library may say about a claim. */
export type ClaimColumn =
  | 'code'
  | 'statement'
  | 'qualifier'
  | 'footnote'
  | 'variations'
  | 'category'
  | 'product'
  | 'indications'
  | 'evidence'
  | 'locator'
  | 'page'
  | 'table'
  | 'figure'
  | 'quote'
  | 'riskInformation'
  | 'audiences'
  | 'market'
  | 'labelStatus'
  | 'rationale'
  | 'ifuLocator'
  | 'effectiveOn'
  | 'expiresOn'
  | 'supersedes'
  | 'internalNotes'

/** Why something is refused, or not imported: a key of the words, and what is put into them. */
export interface Reason {
  key: keyof typeof REASON_WORDS
  params?: Readonly<Record<string, string | number>>
}
