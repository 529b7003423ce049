import type {GateModel} from '../model/gateModel.ts'
import {earlier} from './acceptsOf.ts'
import {countingApprovals} from './countingApprovals.ts'
import {instantOf} from './instant.ts'
import {ownDates} from './ownDates.ts'
import {standingOf, type Standing} from './standingOf.ts'
import type {Horizon} from './verdict.ts'
import type {World} from './worldState.ts'

/** From when and until when an aligned document stays deliverable if nothing changes. */
export function horizonOf(model: GateModel, world: World, standing: Standing): Horizon {
  const standings = [standing, ...memberStandings(model, world, standing)]
  const dates = standings.map(({document}) => ownDates(model, document))
  const ends = standings.flatMap((each) =>
    countingApprovals(model, world, each).map(({until}) => until),
  )
  const from = dates
    .flatMap(({validFrom}) => (validFrom ? [validFrom] : []))
    .reduce<string | undefined>((a, b) => (a && instantOf(a) >= instantOf(b) ? a : b), undefined)
  const until = [...dates.map(({validUntil}) => validUntil), ...ends].reduce(earlier, undefined)
  return {...(from ? {from} : {}), ...(until ? {until} : {})}
}

/** The standing of every member of a document's closure. */
export function memberStandings(model: GateModel, world: World, {closure}: Standing): Standing[] {
  return [...closure.members.keys()].flatMap((id) => {
    const document = world.documents.get(id)
    return document ? [standingOf(model, world, id, document)] : []
  })
}
