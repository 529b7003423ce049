/** A claim as it is searched for, and as statements are held against it. */
export interface ClaimEntry {
  id: string
  code: string
  statement: string
  qualifier?: string
  /** Approved shorter wordings. */
  variations: readonly string[]
  /** What it rests on, each in one line that names it. */
  evidence: readonly string[]
}
