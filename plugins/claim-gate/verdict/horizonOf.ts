import {earlier} from './acceptsOf.ts'
import {countingApprovals} from './countingApprovals.ts'
import {instantOf} from './instant.ts'
import type {Judging} from './judging.ts'
import {ownDates} from './ownDates.ts'
import type {Standing} from './standing.ts'
import type {Horizon} from './verdict.ts'

/** From when and until when an aligned document stays deliverable if nothing changes. */
export function horizonOf(judging: Judging, standing: Standing): Horizon {
  const standings = [standing, ...memberStandings(judging, standing)]
  const dates = standings.map(({document}) => ownDates(judging.model, document))
  const ends = standings.flatMap((each) => countingApprovals(judging, each).map(({until}) => until))
  const from = dates
    .flatMap(({validFrom}) => (validFrom ? [validFrom] : []))
    .reduce<string | undefined>((a, b) => (a && instantOf(a) >= instantOf(b) ? a : b), undefined)
  const until = [...dates.map(({validUntil}) => validUntil), ...ends].reduce(earlier, undefined)
  return {...(from ? {from} : {}), ...(until ? {until} : {})}
}

/** The standing of every member of a document's closure. */
export function memberStandings(judging: Judging, {closure}: Standing): Standing[] {
  return [...closure.members.keys()].flatMap((id) => judging.standing(id) ?? [])
}
