/** What should be and what is. */
export interface Mismatch {
  expected: string
  found: string
}

/** The first thing that is wrong with a proof. */
export interface Finding extends Mismatch {
  /** Line of the file, from 1. */
  line: number
  /** Kind and id of what stands there: `review claimGate.review.…`. */
  what: string
}

export const mismatch = (expected: string, found: string): Mismatch => ({expected, found})
