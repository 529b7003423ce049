import type {Pin, Remark} from '../model/gateDocuments.ts'

/** What a person may sign; recalling is more than a signature and has a door of its own. */
export type SignedDecision =
  | 'approved'
  | 'approvedWithChanges'
  | 'changesRequested'
  | 'carriedForward'

export interface SignRequest {
  /** Published id. */
  subject: string
  /** Account id of the person who signs; the token must be this person's own. */
  account: string
  role: string
  /**
   * On which world it is signed: `published`, an open checkpoint or a release; when absent the checkpoint that the
   * document belongs to, or else what is published.
   */
  basis?: string
  decision: SignedDecision
  comment?: string
  /** On certain words. With `approvedWithChanges` the content is signed with every replacement in it. */
  remarks?: readonly Remark[]
  /** With `carriedForward`: the last day (`YYYY-MM-DD`) on which older wordings may be rested on; for ever when absent. */
  carriedUntil?: string
  /** What the person read; when given, signing is refused if anything moved since. */
  seen?: {fingerprint: string; pins: readonly Pin[]}
}
