import type {Seal} from '../model/gateDocuments.ts'
import {sealId} from '../model/gateDocuments.ts'
import type {GateDocument} from '../model/gateModel.ts'

/** Fields of a stored seal that may be absent, and must be taken away when they are. */
export const OPTIONAL_SEAL_FIELDS = ['rev', 'validFrom', 'validUntil'] as const

const weak = (id: string): {_type: 'reference'; _ref: string; _weak: true} => ({
  _type: 'reference',
  _ref: id,
  _weak: true,
})

/** A seal as the lake stores it: weak references only, so that nothing is kept from being unpublished. */
export function sealDocument(seal: Seal, sealedAt: string, id = seal._id): GateDocument {
  return {
    _id: id,
    _type: 'seal',
    subject: weak(seal.subject),
    ...(seal.rev ? {rev: seal.rev} : {}),
    accepts: seal.accepts.map((accept) => ({_key: accept.fingerprint, _type: 'accept', ...accept})),
    pins: seal.pins.map(({doc, fingerprint}) => ({
      _key: `${doc}-${fingerprint}`,
      _type: 'pin',
      doc: weak(doc),
      seal: weak(sealId(doc)),
      fingerprint,
    })),
    pinCount: seal.pinCount ?? seal.pins.length,
    ...(seal.validFrom ? {validFrom: seal.validFrom} : {}),
    ...(seal.validUntil ? {validUntil: seal.validUntil} : {}),
    reviews: [...seal.reviews],
    sealedAt,
    code: seal.code,
  }
}
