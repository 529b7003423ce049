import {sealId, type Pin, type Seal} from '../model/gateDocuments.ts'
import {countingApprovals} from '../verdict/countingApprovals.ts'
import {memberStandings} from '../verdict/horizonOf.ts'
import type {Judging} from '../verdict/judging.ts'
import {ownDates} from '../verdict/ownDates.ts'
import type {Standing} from '../verdict/standing.ts'
import {sealCode} from '../verdict/sealCode.ts'

/** The seal of a document that is aligned in this world, at the revision at which it has this content. */
export function buildSeal(judging: Judging, standing: Standing, rev: string): Seal {
  const {id, document} = standing
  const counting = countingApprovals(judging, standing).map(({review}) => review)
  const behind = memberStandings(judging, standing).flatMap((member) =>
    countingApprovals(judging, member),
  )
  const pins = [...counting, ...behind.map(({review}) => review)]
    .flatMap((review) => review.pins)
    .filter(({doc}) => standing.closure.members.has(doc))
  const {validFrom, validUntil} = ownDates(judging.model, document)
  const distinct = distinctPins(pins)
  return {
    _id: sealId(id),
    subject: id,
    rev,
    accepts: judging.accepts(id),
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

/** What is left of the seal of a recalled document: nothing may rest on it, and its code stays known. */
export function tombstone(id: string, current: Seal | undefined): Seal {
  return {
    _id: sealId(id),
    subject: id,
    accepts: [],
    pins: [],
    pinCount: 0,
    reviews: current?.reviews ?? [],
    code: current?.code ?? '',
  }
}

/** Whether it is what a recall left: any other seal accepts at least its own content. */
export function isTombstone(seal: Seal | undefined): boolean {
  return seal !== undefined && seal.rev === undefined && seal.accepts.length === 0
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
