import {earlier} from './acceptsOf.ts'
import {countingApprovals} from './countingApprovals.ts'
import {instantOf} from './instant.ts'
import type {Judging} from './judging.ts'
import {onceEach} from './onceEach.ts'
import {ownDates} from './ownDates.ts'
import type {Standing} from './standing.ts'
import type {Horizon} from './verdict.ts'

/** From when and until when an aligned document stays deliverable if nothing changes. */
export function horizonOf(judging: Judging, standing: Standing): Horizon {
  return [standing, ...memberStandings(judging, standing)]
    .map((each) => ownHorizon(judging, each))
    .reduce(within)
}

/** By its own dates and by what its approvals rest on. */
const ownHorizon = onceEach((judging, standing): Horizon => {
  const {validFrom, validUntil} = ownDates(judging.model, standing.document)
  const ends = countingApprovals(judging, standing).map(({until}) => until)
  return horizon(validFrom, [validUntil, ...ends].reduce(earlier))
})

const within = (a: Horizon, b: Horizon): Horizon =>
  horizon(latest(a.from, b.from), earlier(a.until, b.until))

function latest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return instantOf(a) >= instantOf(b) ? a : b
}

const horizon = (from: string | undefined, until: string | undefined): Horizon => ({
  ...(from ? {from} : {}),
  ...(until ? {until} : {}),
})

/** The standing of every member of a document's closure. */
export function memberStandings(judging: Judging, {closure}: Standing): Standing[] {
  return [...closure.members.keys()].flatMap((id) => judging.standing(id) ?? [])
}
