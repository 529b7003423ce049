import {createDocumentSet} from '../../lake/storage/createDocumentSet.ts'
import type {DocumentSet} from '../../lake/storage/documentSet.ts'
import type {LakeDocument} from '../../lake/storage/storage.ts'

export const ASSETS = 100
export const PINS = 40
/** What the pins of one launch lead to. */
const MEMBERS = 200
export const LAUNCH = 'launch-1'
export const ASSET_TYPE = 'deckSlide'
const WHEN = '2026-10-01T08:00:00Z'

interface Reference {
  _ref: string
}

/** What the delivery predicate reads of a seal. */
export interface Seal extends LakeDocument {
  subject: Reference
  rev: string
  accepts: {fingerprint: string; until?: string}[]
  pins: {doc: Reference; seal: Reference; fingerprint: string}[]
  pinCount: number
  validFrom?: string
  validUntil?: string
}

export interface DeliveryDataset {
  documents: DocumentSet
  /** The same documents, for those that know the shapes beforehand. */
  all: ReadonlyMap<string, LakeDocument>
  seals: ReadonlyMap<string, Seal>
  /** By what they reference. */
  assetsOfLaunch: ReadonlyMap<string, readonly string[]>
}

/** One launch whose assets may all be delivered, among so many documents of its types and of others. */
export function deliveryDataset(size: number): DeliveryDataset {
  const documents = createDocumentSet()
  const all = new Map<string, LakeDocument>()
  const seals = new Map<string, Seal>()
  const assetsOfLaunch = new Map<string, string[]>()
  const put = (document: LakeDocument): void => {
    // As it comes from a disk: no part of it is shared with another one.
    const stored: LakeDocument = JSON.parse(JSON.stringify(document))
    documents.put(stored)
    all.set(stored._id, stored)
  }
  const putSealed = (
    id: string,
    type: string,
    content: object,
    pins: Seal['pins'],
    rev: string,
  ) => {
    put(document(id, type, content))
    const seal = sealOf(id, pins, rev)
    put(seal)
    seals.set(seal._id, JSON.parse(JSON.stringify(seal)))
  }
  const putAsset = (number: number, launch: string, rev?: string): void => {
    const id = `slide-${number}`
    const content = {title: `Slide ${number}`, launch: {_type: 'reference', _ref: launch}}
    putSealed(id, ASSET_TYPE, content, pinsOf(number), rev ?? revisionOf(id))
    assetsOfLaunch.set(launch, [...(assetsOfLaunch.get(launch) ?? []), id])
  }
  // Fillers come first and between, as they would have been written.
  let filler = 0
  const putFillers = (until: number): void => {
    for (; documents.size < until; filler++) {
      const kind = KINDS[filler % KINDS.length] ?? 'evidence'
      if (kind === ASSET_TYPE) putAsset(ASSETS + filler, `launch-${2 + (filler % 997)}`, 'moved')
      else if (kind === 'claim')
        putSealed(`claim-x${filler}`, kind, {}, [], revisionOf(`claim-x${filler}`))
      else
        put(
          document(`${kind}-${filler}`, kind, {
            title: `Filler ${filler}`,
            about: {_ref: `claim-${filler % MEMBERS}`},
          }),
        )
    }
  }
  for (let number = 0; number < MEMBERS; number++) {
    putSealed(
      `claim-${number}`,
      'claim',
      {statement: `Claim ${number}`},
      [],
      revisionOf(`claim-${number}`),
    )
  }
  const own = 2 * (MEMBERS + ASSETS)
  for (let number = 0; number < ASSETS; number++) {
    putAsset(number, LAUNCH)
    putFillers(2 * MEMBERS + 2 * (number + 1) + Math.floor(((size - own) * number) / ASSETS))
  }
  putFillers(size)
  return {documents, all, seals, assetsOfLaunch}
}

const KINDS = [ASSET_TYPE, 'claim', 'evidence', 'review', 'snapshot']

const document = (_id: string, _type: string, content: object): LakeDocument => ({
  _id,
  _type,
  _rev: revisionOf(_id),
  _createdAt: WHEN,
  _updatedAt: WHEN,
  ...content,
})

const revisionOf = (id: string): string => `rev-${id}`
const fingerprintOf = (id: string): string => `v1:${id.padStart(64, '0')}`

function pinsOf(asset: number): Seal['pins'] {
  return Array.from({length: PINS}, (_, at) => {
    const claim = `claim-${(asset * 7 + at * 3) % MEMBERS}`
    return {
      _key: `p${at}`,
      _type: 'pin',
      doc: {_type: 'reference', _ref: claim, _weak: true},
      seal: {_type: 'reference', _ref: `seal-${claim}`, _weak: true},
      fingerprint: fingerprintOf(claim),
    }
  })
}

function sealOf(subject: string, pins: Seal['pins'], rev: string): Seal {
  return {
    ...document(`seal-${subject}`, 'seal', {}),
    subject: {_ref: subject},
    rev,
    accepts: [
      {fingerprint: fingerprintOf(`old-${subject}`), until: '2099-01-01T00:00:00Z'},
      {fingerprint: fingerprintOf(subject)},
    ],
    pins,
    pinCount: pins.length,
    validFrom: '2026-01-01T00:00:00Z',
    validUntil: '2099-06-30T00:00:00Z',
  }
}
