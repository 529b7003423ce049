import {sealHolds} from '../../plugins/claim-gate/delivery/index.ts'

/** What people ask of published documents and of drafts; each is decided by the delivery predicate or by ids alone. */
export const STATES = ['inForce', 'ending', 'withheld', 'waiting', 'unpublished'] as const
export type State = (typeof STATES)[number]

/** What was read of one type, as ids. */
export interface Standing {
  /** As they are stored: published ones, drafts and those of releases. */
  stored: readonly string[]
  /** Published ids of what may be delivered now. */
  delivered: readonly string[]
  /** Of that: what may still be delivered at `$later`, if nothing else changes until then. */
  lasting: readonly string[]
}

/** For perspective `raw`. */
export const STORED_QUERY = '*[_type == $type]._id'

const delivered = (holds: string): string =>
  `*[_type == "seal"][subject->_type == $type]${holds}.subject._ref`

/** For perspective `published`, in which alone the predicate sees what is published behind a draft. */
export const DELIVERED_QUERY = `{
  "delivered": ${delivered(sealHolds)},
  "lasting": ${delivered(sealHolds.replaceAll('now()', '$later'))}
}`

/** The documents of a type by whether they are in a state: published ids, in order. */
export interface Divided {
  ids: readonly string[]
  others: readonly string[]
}

export function dividedBy(state: State, {stored, delivered: now, lasting}: Standing): Divided {
  const drafts = new Set(
    stored.filter((id) => id.startsWith('drafts.')).map((id) => id.slice('drafts.'.length)),
  )
  const published = new Set(
    stored.filter((id) => !id.startsWith('drafts.') && !id.startsWith('versions.')),
  )
  const inForce = new Set(now)
  const kept = new Set(lasting)
  const found = {
    inForce: () => inForce.intersection(published),
    ending: () => inForce.intersection(published).difference(kept),
    withheld: () => published.difference(inForce),
    waiting: () => published.intersection(drafts),
    unpublished: () => drafts.difference(published),
  }[state]()
  const others = drafts.union(published).difference(found)
  return {ids: [...found].toSorted(), others: [...others].toSorted()}
}
