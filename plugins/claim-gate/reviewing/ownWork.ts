import type {GateModel} from '../model/gateModel.ts'
import type {Verdict} from '../verdict/verdict.ts'
import type {SignRequest} from './signRequest.ts'
import type {SignRefusal} from './signResult.ts'

/**
 * Separation of duties: whoever changed the content since it was approved last does not approve it, but in a role that
 * may review its own work, where another person approves in another role.
 */
export function ownWork(
  model: GateModel,
  verdict: Verdict,
  {account, role, decision}: SignRequest,
  editors: readonly string[] | undefined,
): SignRefusal | undefined {
  if (decision === 'changesRequested' || !editors?.includes(account)) return undefined
  if (!model.options.roles[role]?.mayReviewOwn) return {reason: 'ownWork', role}
  const others = verdict.roles.filter((standing) => standing.role !== role)
  const another = others.some(
    ({approvals}) =>
      approvals.length === 0 || approvals.some((review) => review.reviewer !== account),
  )
  return another ? undefined : {reason: 'onlyOwnWork', role}
}
