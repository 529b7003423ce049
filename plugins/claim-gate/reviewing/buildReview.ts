import {contentOf} from '../fingerprint/contentOf.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {
  snapshotId,
  type Accept,
  type Decision,
  type Pin,
  type Remark,
} from '../model/gateDocuments.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {sinceWithdrawal} from '../verdict/reviewOrder.ts'
import type {World} from '../verdict/worldState.ts'
import type {Signer} from './signerOf.ts'

export interface Signature {
  role: string
  decision: Decision
  comment?: string | undefined
  carries?: readonly Accept[]
  remarks?: readonly Remark[]
  /** Accounts that changed the content since it was approved last; absent when that is not known. */
  editors?: readonly string[]
  /** The content as it stood, where another wording of it is signed. */
  read?: GateDocument
  /** The content is out at this moment. */
  inForce: boolean
}

/** A review with the snapshots of everything that was seen, ready to be created. */
export interface BuiltReview {
  review: GateDocument
  snapshots: GateDocument[]
}

/** Builds what a signature writes; the review's `id` and the world's `now` are given: the same input builds the same. */
export function buildReview(
  model: GateModel,
  world: World,
  candidate: GateDocument,
  pins: readonly Pin[],
  signer: Signer,
  signature: Signature,
  id: string,
): BuiltReview {
  const subject = publishedIdOf(candidate._id)
  const {fingerprint} = contentOf(model, candidate)
  const {read = candidate} = signature
  const members = pins.flatMap(({doc}) => world.documents.get(doc) ?? [])
  const seen = [...new Set([candidate, read]), ...members]
  const {withdrawal} = sinceWithdrawal(world.reviews.get(subject) ?? [])
  const snapshots = seen.map((document) => buildSnapshot(model, document))
  return {
    snapshots,
    review: {
      _id: id,
      _type: 'review',
      subject,
      fingerprint,
      basis: world.basis,
      pins: pins.map((pin) => ({_key: pin.doc, _type: 'pin', ...pin})),
      role: signature.role,
      decision: signature.decision,
      carries: (signature.carries ?? []).map((carry) => ({
        _key: carry.fingerprint,
        _type: 'accept',
        ...carry,
      })),
      remarks: (signature.remarks ?? []).map((remark, at) => ({
        _key: `remark-${at}`,
        _type: 'remark',
        ...remark,
      })),
      ...(withdrawal ? {since: withdrawal._id} : {}),
      ...(signature.editors ? {editors: [...signature.editors]} : {}),
      meaning: model.options.roles[signature.role]?.meaning ?? '',
      reviewer: signer.account,
      reviewerName: signer.name,
      signedAt: world.now,
      ...(signature.comment ? {comment: signature.comment} : {}),
      snapshots: snapshots.map((snapshot) => snapshot._id),
      inForce: signature.inForce,
    },
  }
}

function buildSnapshot(model: GateModel, document: GateDocument): GateDocument {
  const id = publishedIdOf(document._id)
  const {json, fingerprint} = contentOf(model, document)
  return {
    _id: snapshotId(id, fingerprint),
    _type: 'snapshot',
    subject: id,
    subjectType: document._type,
    fingerprint,
    content: json,
  }
}
