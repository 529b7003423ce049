import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import type {Life} from './readLives.ts'

/** Which transactions wrote reviews, and the snapshots that these name: what was signed is written with its signature. */
export interface Signings {
  add: (review: GateDocument, life: Life) => void
  /** Whether a review that names a snapshot was written by the transaction of this id. */
  wrote: (transaction: string, snapshot: string) => boolean
}

export function createSignings(): Signings {
  const named = new Map<string, Set<string>>()
  return {
    add({snapshots}, {log}) {
      const ids = Array.isArray(snapshots) ? snapshots.filter((id) => typeof id === 'string') : []
      for (const {id} of log) named.set(id, (named.get(id) ?? new Set()).union(new Set(ids)))
    },
    wrote: (transaction, snapshot) => named.get(transaction)?.has(snapshot) === true,
  }
}
