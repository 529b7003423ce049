import type {Accept, Seal} from '../model/gateDocuments.ts'
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
  const seal = sealOf(judging, standing)
  const carries = (seal?.accepts ?? [])
    .filter((accept) => accept.fingerprint !== standing.fingerprint)
    .filter((accept) => isBefore(world.now, accept.until))
    .map(({fingerprint, until: end}) => {
      const shorter = earlier(end, until)
      return {fingerprint, ...(shorter === undefined ? {} : {until: shorter})}
    })
  if (!seal || carries.length === 0) return {none: 'nothingToCarry'}
  const members = [...standing.closure.members.keys()]
  const sealed = new Set(seal.pins.map(({doc}) => doc))
  const isSame = sealed.size === members.length
  const seen =
    isSame &&
    members.every((id) =>
      seal.pins.some(
        ({doc, fingerprint}) =>
          doc === id && isAccepted(fingerprint, judging.accepts(id), world.now),
      ),
    )
  return seen ? {carries} : {none: 'closureChanged'}
}

/** What was sealed before the newest withdrawal is recalled with it, also where its seal does not say so yet. */
function sealOf({world}: Judging, {id, withdrawal, reviews}: Standing): Seal | undefined {
  const seal = world.seals.get(id)
  const stands = !withdrawal || reviews.some(({_id}) => seal?.reviews.includes(_id))
  return stands ? seal : undefined
}
