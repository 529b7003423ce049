/** Begins the ids of claims that were imported, and of those of the demo launch. */
export const CLAIM_ID_PREFIX = 'claim-'

/** As the content model has it: `CLM-` and three or four digits. */
const CODE = /^CLM-(\d{3,4})$/u

/** The published id of a claim that is made from this code, the same on every run; `undefined` for what is no code. */
export function claimIdOf(code: string): string | undefined {
  const number = CODE.exec(code)?.[1]
  return number === undefined ? undefined : `${CLAIM_ID_PREFIX}${number}`
}
