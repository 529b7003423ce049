import {publishedIdOf} from '../model/documentIds.ts'
import type {Pin} from '../model/gateDocuments.ts'
import {isGated, type GateDocument, type GateModel} from '../model/gateModel.ts'
import {requiredCarryRoles} from '../model/requiredRoles.ts'
import type {Verdict} from '../verdict/verdict.ts'
import type {Signer} from './signerOf.ts'
import type {SignRequest} from './signRequest.ts'
import type {SignRefusal} from './signResult.ts'

/** Why a person may not say this of what was read; `dutiesRefusal` asks who may say it of what is signed. */
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
  const asked = askedRoles(model, candidate, verdict, request)
  if (!asked.includes(request.role)) return {reason: 'roleNotAsked', role: request.role, asked}
  if (verdict.missing.length > 0) return {reason: 'memberMissing', ids: verdict.missing}
  const moved = request.seen ? movedSince(request.seen, verdict, publishedIdOf(candidate._id)) : []
  if (moved.length > 0) return {reason: 'moved', ids: moved}
  return unsaid(request)
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
