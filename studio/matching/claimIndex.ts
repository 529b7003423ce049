import type {ClaimEntry} from './claimEntry.ts'

/**
 * How a statement stands to a claim: in its approved words; in an approved shorter wording; about the same thing in
 * other numbers or words; only near it.
 */
export type MatchVerdict = 'same' | 'variation' | 'differs' | 'related'

export interface ClaimSuggestion {
  claim: ClaimEntry
  /** From 0 to 1; 1 for approved words. */
  score: number
  verdict: MatchVerdict
}

export interface ClaimIndex {
  /** Claims that hold these words or numbers, or begin like them; the one whose code it is first. All, by code, for none. */
  search: (words: string, limit?: number) => readonly ClaimEntry[]
  /** The claims that a statement makes or comes near, surest first; none rather than a wrong one. */
  suggest: (statement: string, limit?: number) => readonly ClaimSuggestion[]
}
