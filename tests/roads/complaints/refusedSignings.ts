import type {SignRefusal} from '../../../plugins/claim-gate/node.ts'
import type {SignRequest} from '../../../plugins/claim-gate/reviewing/signRequest.ts'

/** What nobody may sign in the trial as it begins, each with why; what is not said is a medical approval of p2. */
export const REFUSED_SIGNINGS: readonly (Partial<SignRequest> & {why: SignRefusal['reason']})[] = [
  {why: 'gone', subject: 'nothing'},
  {why: 'notGated', subject: 'who-medical'},
  {why: 'noSigner', account: 'stranger'},
  {why: 'notInRole', role: 'marketing'},
  {why: 'roleNotAsked', subject: 'e1', account: 'marketing', role: 'marketing'},
  {why: 'moved', seen: {fingerprint: 'v1-0', pins: []}},
  {why: 'commentMissing', decision: 'changesRequested', comment: ' '},
  {why: 'replacementMissing', decision: 'approvedWithChanges'},
  {why: 'nothingToCarry', decision: 'carriedForward'},
  {why: 'dateMalformed', decision: 'carriedForward', carriedUntil: 'soon'},
]
