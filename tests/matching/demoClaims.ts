import {claims} from '../../scripts/seed/claims.ts'
import {claimEntriesOf} from '../../scripts/seed/series/claimEntriesOf.ts'
import type {ClaimEntry} from '../../studio/matching/claimEntry.ts'

/** The claims of the demo launch as they are matched, without what they rest on. */
export const demoClaims: readonly ClaimEntry[] = claimEntriesOf(claims.length).map((claim) => ({
  ...claim,
  evidence: [],
}))
