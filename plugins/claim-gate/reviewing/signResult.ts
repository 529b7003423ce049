import type {Remark} from '../model/gateDocuments.ts'
import type {Verdict} from '../verdict/verdict.ts'

/** Why nothing was signed. */
export type SignRefusal =
  | {reason: 'gone'; subject: string}
  | {reason: 'basisGone'; basis: string}
  | {reason: 'notGated'; type: string}
  | {reason: 'noSigner'; account: string}
  | {reason: 'notInRole'; role: string; roles: readonly string[]}
  | {reason: 'roleNotAsked'; role: string; asked: readonly string[]}
  | {reason: 'memberMissing'; ids: readonly string[]}
  | {reason: 'moved'; ids: readonly string[]}
  | {reason: 'otherRoleSigned'; role: string}
  | {reason: 'ownWork'; role: string}
  | {reason: 'onlyOwnWork'; role: string}
  | {reason: 'commentMissing'}
  | {reason: 'replacementMissing'; remark?: Remark}
  | {reason: 'remarkUnclear'; remark: Remark}
  | {reason: 'remarkReachesFurther'}
  | {reason: 'dateMalformed'}
  | {reason: 'nothingToCarry'}
  | {reason: 'closureChanged'}

export type SignResult = {signed: string; verdict: Verdict} | {refused: SignRefusal}
