import {CLAIM_CODE} from '../../../schemas/platform/claimCode.ts'

/** Begins the ids of claims that were imported, and of those of the demo launch. */
export const CLAIM_ID_PREFIX = 'claim-'

/** The published id of a claim that is made from this code, the same on every run; `undefined` for what is no code. */
export function claimIdOf(code: string): string | undefined {
  const number = CLAIM_CODE.exec(code)?.[1]
  return number === undefined ? undefined : `${CLAIM_ID_PREFIX}${number}`
}
