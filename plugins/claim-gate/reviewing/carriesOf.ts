import type {Accept} from '../model/gateDocuments.ts'
import {earlier} from '../verdict/acceptsOf.ts'
import type {Judging} from '../verdict/judging.ts'
import {isBefore} from '../verdict/instant.ts'
import type {Standing} from '../verdict/standing.ts'
import {isAccepted} from '../verdict/standingOf.ts'

/** Older wordings that may be carried forward to content, or why there are none. */
export type Carries = {carries: readonly Accept[]} | {none: 'nothingToCarry' | 'closureChanged'}

/**
 * What dependants of a document still rest on besides the content that stands there: from its seal, each until it was
 * used up anyway or until an instant (ISO 8601), whichever comes first. Nothing is carried to content that rests on
 * something else than they saw, since they would have to look at that.
 */
export function carriesOf(judging: Judging, standing: Standing, until?: string): Carries {
  const {world} = judging
  const seal = world.seals.get(standing.id)
  const carries = (seal?.accepts ?? [])
    .filter((accept) => accept.fingerprint !== standing.fingerprint)
    .filter((accept) => isBefore(world.now, accept.until))
    .map(({fingerprint, until: end}) => {
      const shorter = earlier(end, until)
      return {fingerprint, ...(shorter === undefined ? {} : {until: shorter})}
    })
  if (!seal || carries.length === 0) return {none: 'nothingToCarry'}
  const members = [...standing.closure.members.keys()]
  const seen = members.every((id) =>
    seal.pins.some(
      ({doc, fingerprint}) => doc === id && isAccepted(fingerprint, judging.accepts(id), world.now),
    ),
  )
  return seen ? {carries} : {none: 'closureChanged'}
}
