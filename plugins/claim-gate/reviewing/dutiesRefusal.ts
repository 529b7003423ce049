import type {GateModel} from '../model/gateModel.ts'
import type {Verdict} from '../verdict/verdict.ts'
import {ownWork} from './ownWork.ts'
import type {Signer} from './signerOf.ts'
import type {SignRequest} from './signRequest.ts'
import type {SignRefusal} from './signResult.ts'

/** Separation of duties, asked of the content that is signed: with changes it is not the one that was read. */
export function dutiesRefusal(
  model: GateModel,
  verdict: Verdict,
  signer: Signer,
  request: SignRequest,
  editors: readonly string[] | undefined,
): SignRefusal | undefined {
  return otherRole(model, verdict, signer, request) ?? ownWork(model, verdict, request, editors)
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
