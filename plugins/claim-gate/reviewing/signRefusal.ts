import {publishedIdOf} from '../model/documentIds.ts'
import type {Pin} from '../model/gateDocuments.ts'
import {isGated, type GateDocument, type GateModel} from '../model/gateModel.ts'
import {requiredCarryRoles} from '../model/requiredRoles.ts'
import type {Verdict} from '../verdict/verdict.ts'
import {ownWork} from './ownWork.ts'
import type {Signer} from './signerOf.ts'
import type {SignRequest} from './signRequest.ts'
import type {SignRefusal} from './signResult.ts'

export function signRefusal(
  model: GateModel,
  candidate: GateDocument,
  verdict: Verdict,
  signer: Signer | undefined,
  request: SignRequest,
  editors: readonly string[] | undefined,
): SignRefusal | undefined {
  if (!isGated(model, candidate._type)) return {reason: 'notGated', type: candidate._type}
  if (!signer) return {reason: 'noSigner', account: request.account}
  if (!signer.roles.includes(request.role)) {
    return {reason: 'notInRole', role: request.role, roles: signer.roles}
  }
  const asked = askedRoles(model, candidate, verdict, request)
  if (!asked.includes(request.role)) return {reason: 'roleNotAsked', role: request.role, asked}
  if (verdict.missing.length > 0) return {reason: 'memberMissing', ids: verdict.missing}
  const moved = request.seen ? movedSince(request.seen, verdict, publishedIdOf(candidate._id)) : []
  if (moved.length > 0) return {reason: 'moved', ids: moved}
  return (
    unsaid(request) ??
    otherRole(model, verdict, signer, request) ??
    ownWork(model, verdict, request, editors)
  )
}

/** Carrying forward asks for the carry roles, which may be others than those that approve. */
function askedRoles(
  model: GateModel,
  candidate: GateDocument,
  verdict: Verdict,
  {decision}: SignRequest,
): readonly string[] {
  return decision === 'carriedForward'
    ? requiredCarryRoles(model, candidate)
    : verdict.roles.map(({role}) => role)
}

/** What a decision has to say and does not. */
function unsaid({decision, comment, remarks = []}: SignRequest): SignRefusal | undefined {
  if (decision === 'changesRequested') {
    const says = Boolean(comment?.trim()) || remarks.length > 0
    return says ? undefined : {reason: 'commentMissing'}
  }
  const open = remarks.find(({must, replacement}) => must && replacement === undefined)
  if (open) return {reason: 'replacementMissing', remark: open}
  const replaces = remarks.some(({replacement}) => replacement !== undefined)
  return decision === 'approvedWithChanges' && !replaces
    ? {reason: 'replacementMissing'}
    : undefined
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
