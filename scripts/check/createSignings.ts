import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import type {Life} from './readLives.ts'

/** Which transactions wrote reviews, and the snapshots that these name: what was signed is written with its signature. */
export interface Signings {
  add: (review: GateDocument, life: Life) => void
  /** Whether a review that names a snapshot was written by the transaction of this id. */
  wrote: (transaction: string, snapshot: string) => boolean
}

export function createSignings(): Signings {
  const named = new Map<string, Set<unknown>>()
  return {
    add({snapshots}, {log}) {
      for (const {id} of log) {
        const known = named.get(id) ?? new Set()
        named.set(id, known)
        if (Array.isArray(snapshots)) snapshots.forEach((snapshot) => known.add(snapshot))
      }
    },
    wrote: (transaction, snapshot) => named.get(transaction)?.has(snapshot) === true,
  }
}
