import type {Pin} from '../model/gateDocuments.ts'

export interface SignRequest {
  /** Published id. */
  subject: string
  /** Account id of the person who signs; the token must be this person's own. */
  account: string
  role: string
  /** Carrying forward and recalling are more than a signature, and not asked for here. */
  decision: 'approved' | 'changesRequested'
  comment?: string
  /** What the person read; when given, signing is refused if anything moved since. */
  seen?: {fingerprint: string; pins: readonly Pin[]}
}
