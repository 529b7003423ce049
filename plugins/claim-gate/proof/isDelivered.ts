import type {Seal} from '../model/gateDocuments.ts'
import {instantOf, isBefore} from '../verdict/instant.ts'
import {isAccepted} from '../verdict/standingOf.ts'
import type {World} from '../verdict/worldState.ts'

/** The delivery predicate, as the queries ask it of a seal, at the world's moment. */
export function isDelivered(world: World, seal: Seal): boolean {
  const {pins, pinCount} = seal
  const distinct = new Set(pins.map(({doc, fingerprint}) => `${doc} ${fingerprint}`))
  return (
    isInForce(world, seal) &&
    pinCount === pins.length &&
    pinCount === distinct.size &&
    pins.every(({doc, fingerprint}) => {
      const member = world.seals.get(doc)
      return (
        member !== undefined &&
        isInForce(world, member) &&
        isAccepted(fingerprint, member.accepts, world.now)
      )
    })
  )
}

/** Of the revision that is published, and within its own dates. */
function isInForce(world: World, {subject, rev, validFrom, validUntil}: Seal): boolean {
  return (
    rev !== undefined &&
    world.documents.get(subject)?._rev === rev &&
    (validFrom === undefined || instantOf(validFrom) <= instantOf(world.now)) &&
    isBefore(world.now, validUntil)
  )
}
