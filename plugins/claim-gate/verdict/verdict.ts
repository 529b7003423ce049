import type {Pin, Review} from '../model/gateDocuments.ts'

/** In the order in which they are tried: the first that applies is the document's state. */
export const STATES = [
  'withdrawn',
  'changesRequested',
  'unreviewed',
  'changed',
  'expired',
  'stale',
  'inReview',
  'waiting',
  'aligned',
] as const
export type State = (typeof STATES)[number]

/** Why a document is not aligned. `path` leads from the document to what moved, both ids included. */
export type Reason =
  | {kind: 'withdrawn'; review: Review}
  | {kind: 'changesRequested'; role: string; review: Review}
  | {kind: 'unreviewed'; missing: readonly string[]}
  | {kind: 'changed'; fingerprint: string; nearest: Review}
  | {kind: 'expired'; on: string}
  | {kind: 'malformedDate'; field: string}
  | {kind: 'rolesMissing'; approved: readonly string[]; missing: readonly string[]}
  | {kind: 'waiting'; checkpoint: string}
  | {kind: 'waiting'; group: string}
  | {kind: 'memberChanged'; path: readonly string[]; before: string; after: string}
  | {kind: 'memberNotPinned'; path: readonly string[]}
  | {kind: 'memberMissing'; path: readonly string[]}
  | {kind: 'memberNotAligned'; path: readonly string[]; state: State}

/** Where one required role stands on this content, on this state of everything it rests on. */
export interface RoleStanding {
  role: string
  /** Its newest review of this content that covers the present closure. */
  word?: Review
  /** Its approvals that count, oldest first. */
  approvals: readonly Review[]
  /** Its newest approval of this content, whatever it rested on then. */
  latest?: Review
}

/** From when and until when everything holds, ISO 8601; an end that is absent never comes. */
export interface Horizon {
  from?: string
  until?: string
}

export interface Verdict {
  state: State
  reasons: readonly Reason[]
  fingerprint: string
  /** Every member of the closure as it stands in this world. */
  pins: readonly Pin[]
  /** Ids that are referred to and under which nothing stands. */
  missing: readonly string[]
  roles: readonly RoleStanding[]
  /** Present when aligned. */
  horizon?: Horizon
}
