import type {Review} from '../model/gateDocuments.ts'
import {earlier, later} from './acceptsOf.ts'
import type {Judging} from './judging.ts'
import {onceEach} from './onceEach.ts'
import type {Standing} from './standing.ts'

/** An approval with the instant at which a wording it rests on is used up; for ever when absent. */
export interface CountingApproval {
  review: Review
  until: string | undefined
}

/** Per role the approval that holds longest; of equals the newest. */
export const countingApprovals = onceEach((judging, standing): readonly CountingApproval[] =>
  standing.roles.flatMap(({approvals}) => {
    const ends = approvals.map((review) => ({review, until: endOf(judging, standing, review)}))
    const [first, ...others] = ends
    return first
      ? [others.reduce((a, b) => (later(a.until, b.until) === b.until ? b : a), first)]
      : []
  }),
)

function endOf({accepts}: Judging, {closure}: Standing, review: Review): string | undefined {
  return [...closure.members.keys()]
    .map((id) => {
      const pin = review.pins.find(({doc}) => doc === id)
      return accepts(id).find(({fingerprint}) => fingerprint === pin?.fingerprint)?.until
    })
    .reduce(earlier, undefined)
}
