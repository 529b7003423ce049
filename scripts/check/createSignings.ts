import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import type {Life} from './readLives.ts'

/** Which transactions wrote reviews, and the snapshots that these name: what was signed is written with its signature. */
export interface Signings {
  add: (review: GateDocument, life: Life) => void
  knows: (reviewId: string) => boolean
  /** Whether a review that names a snapshot was written by the transaction of this id. */
  wrote: (transaction: string, snapshot: string) => boolean
}

export function createSignings(): Signings {
  const named = new Map<string, Set<unknown>>()
  const reviews = new Set<string>()
  return {
    add({_id, snapshots}, {log}) {
      reviews.add(_id)
      for (const {id} of log) {
        const known = named.get(id) ?? new Set()
        named.set(id, known)
        if (Array.isArray(snapshots)) snapshots.forEach((snapshot) => known.add(snapshot))
      }
    },
    knows: (reviewId) => reviews.has(reviewId),
    wrote: (transaction, snapshot) => named.get(transaction)?.has(snapshot) === true,
  }
}
