import type {Signer} from './signerOf.ts'
import type {Verdict} from '../verdict/verdict.ts'

/** What a person may do about a document at this moment. */
export type SignPossibility =
  | {kind: 'nobody'}
  | {kind: 'noRoles'}
  | {kind: 'notAsked'; roles: readonly string[]}
  | {kind: 'missingMembers'}
  | {kind: 'done'; signer: Signer}
  | {kind: 'open'; signer: Signer; roles: readonly string[]}

/** Which of a person's roles the document still asks for; `carryRoles` are those in which the person could carry forward. */
export function signPossibility(
  verdict: Verdict,
  signer: Signer | undefined,
  carryRoles: readonly string[] = [],
): SignPossibility {
  if (!signer) return {kind: 'nobody'}
  if (signer.roles.length === 0) return {kind: 'noRoles'}
  const asked = verdict.roles.filter(({role}) => signer.roles.includes(role))
  if (asked.length === 0 && carryRoles.length === 0) return {kind: 'notAsked', roles: signer.roles}
  if (verdict.missing.length > 0) return {kind: 'missingMembers'}
  const open = asked.filter(
    ({word}) => word?.reviewer !== signer.account || word.decision === 'changesRequested',
  )
  const own = open.map(({role}) => role)
  const others = carryRoles.filter((role) => !verdict.roles.some((each) => each.role === role))
  const roles = [...own, ...others]
  return roles.length === 0 ? {kind: 'done', signer} : {kind: 'open', signer, roles}
}
