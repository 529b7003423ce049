import {sealId, type Pin, type Seal} from '../model/gateDocuments.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {acceptsOf} from '../verdict/acceptsOf.ts'
import {countingApprovals} from '../verdict/countingApprovals.ts'
import {memberStandings} from '../verdict/horizonOf.ts'
import {ownDates} from '../verdict/ownDates.ts'
import {standingOf} from '../verdict/standingOf.ts'
import type {World} from '../verdict/worldState.ts'
import {sealCode} from './sealCode.ts'

/** The seal of a document that is aligned in this world, at the revision at which it has this content. */
export function buildSeal(
  model: GateModel,
  world: World,
  id: string,
  document: GateDocument,
  rev: string,
): Seal {
  const standing = standingOf(model, world, id, document)
  const counting = countingApprovals(model, world, standing).map(({review}) => review)
  const behind = memberStandings(model, world, standing).flatMap((member) =>
    countingApprovals(model, world, member),
  )
  const pins = [...counting, ...behind.map(({review}) => review)]
    .flatMap((review) => review.pins)
    .filter(({doc}) => standing.closure.members.has(doc))
  const {validFrom, validUntil} = ownDates(model, document)
  const distinct = distinctPins(pins)
  return {
    _id: sealId(id),
    subject: id,
    rev,
    accepts: acceptsOf(model, document, world.reviews.get(id) ?? []),
    pins: distinct,
    pinCount: distinct.length,
    ...(validFrom ? {validFrom} : {}),
    ...(validUntil ? {validUntil} : {}),
    reviews: counting.map(({_id}) => _id).toSorted(),
    code: sealCode(id, standing.fingerprint),
  }
}

function distinctPins(pins: readonly Pin[]): Pin[] {
  const byKey = new Map(pins.map((pin) => [`${pin.doc} ${pin.fingerprint}`, pin]))
  return [...byKey]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pin]) => ({doc: pin.doc, fingerprint: pin.fingerprint}))
}

/** Keeps what dependants rest on, and takes away what makes the document deliverable. */
export function unsealed(seal: Seal): Seal {
  const {rev: _rev, ...rest} = seal
  return rest
}

/** Whether two seals say the same; when they were written does not count. */
export function isSameSeal(a: Seal, b: Seal): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

function comparable(seal: Seal): unknown {
  return [
    seal.subject,
    seal.rev,
    seal.accepts.map(({fingerprint, until}) => [fingerprint, until]),
    seal.pins.map(({doc, fingerprint}) => [doc, fingerprint]),
    seal.pinCount,
    seal.validFrom,
    seal.validUntil,
    seal.reviews,
    seal.code,
  ]
}
