import {claims} from '../../scripts/seed/claims.ts'
import type {ClaimEntry} from '../../studio/matching/claimEntry.ts'

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The claims of the demo launch as they are matched. */
export const demoClaims: readonly ClaimEntry[] = claims.map(
  ({_id, code, statement, qualifier, variations}) => ({
    id: _id,
    code: text(code),
    statement: text(statement),
    ...(typeof qualifier === 'string' ? {qualifier} : {}),
    variations: Array.isArray(variations) ? variations.map(text) : [],
    evidence: [],
  }),
)
