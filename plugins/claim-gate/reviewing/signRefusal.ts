import {publishedIdOf} from '../model/documentIds.ts'
import type {Pin} from '../model/gateDocuments.ts'
import {isGated, type GateDocument, type GateModel} from '../model/gateModel.ts'
import type {Verdict} from '../verdict/verdict.ts'
import type {Signer} from './signerOf.ts'
import type {SignRequest} from './signRequest.ts'

/** Why nothing was signed. */
export type SignRefusal =
  | {reason: 'gone'; subject: string}
  | {reason: 'notGated'; type: string}
  | {reason: 'noSigner'; account: string}
  | {reason: 'notInRole'; role: string; roles: readonly string[]}
  | {reason: 'roleNotAsked'; role: string; asked: readonly string[]}
  | {reason: 'memberMissing'; ids: readonly string[]}
  | {reason: 'moved'; ids: readonly string[]}
  | {reason: 'otherRoleSigned'; role: string}
  | {reason: 'commentMissing'}

export function signRefusal(
  model: GateModel,
  candidate: GateDocument,
  verdict: Verdict,
  signer: Signer | undefined,
  request: SignRequest,
): SignRefusal | undefined {
  if (!isGated(model, candidate._type)) return {reason: 'notGated', type: candidate._type}
  if (!signer) return {reason: 'noSigner', account: request.account}
  if (!signer.roles.includes(request.role)) {
    return {reason: 'notInRole', role: request.role, roles: signer.roles}
  }
  const asked = verdict.roles.map(({role}) => role)
  if (!asked.includes(request.role)) return {reason: 'roleNotAsked', role: request.role, asked}
  if (verdict.missing.length > 0) return {reason: 'memberMissing', ids: verdict.missing}
  const moved = request.seen ? movedSince(request.seen, verdict, publishedIdOf(candidate._id)) : []
  if (moved.length > 0) return {reason: 'moved', ids: moved}
  if (request.decision === 'changesRequested' && !request.comment?.trim())
    return {reason: 'commentMissing'}
  return otherRole(model, verdict, signer, request)
}

/** Ids of what no longer is what the person read. */
function movedSince(
  seen: {fingerprint: string; pins: readonly Pin[]},
  verdict: Verdict,
  subject: string,
): string[] {
  const before = new Map(seen.pins.map(({doc, fingerprint}) => [doc, fingerprint]))
  const now = new Map(verdict.pins.map(({doc, fingerprint}) => [doc, fingerprint]))
  const members = [...new Set([...before.keys(), ...now.keys()])].filter(
    (id) => before.get(id) !== now.get(id),
  )
  return seen.fingerprint === verdict.fingerprint ? members : [subject, ...members]
}

/** Where signers must be distinct, one person's approvals of this content may stand in one role only. */
function otherRole(
  model: GateModel,
  verdict: Verdict,
  signer: Signer,
  request: SignRequest,
): SignRefusal | undefined {
  if (!model.options.distinctSigners) return undefined
  const other = verdict.roles.find(
    ({role, approvals}) =>
      role !== request.role && approvals.some((review) => review.reviewer === signer.account),
  )
  return other && {reason: 'otherRoleSigned', role: other.role}
}
