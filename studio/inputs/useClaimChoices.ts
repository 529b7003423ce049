import {useDeferredValue, useMemo} from 'react'
import type {ClaimEntry} from '../matching/claimEntry.ts'
import type {MatchVerdict} from '../matching/claimIndex.ts'
import type {KnownClaims} from '../matching/observeClaims.ts'

export interface ClaimChoice {
  claim: ClaimEntry
  /** What the selected words have to do with it, where they have. */
  verdict?: MatchVerdict
}

const SHOWN = 20

/** What is offered for these words: the claims that were searched for; before, those that the words state, then the others. */
export function useClaimChoices(
  claims: KnownClaims,
  words: string,
  search: string,
): readonly ClaimChoice[] {
  const asked = useDeferredValue(search)
  const index = claims.status === 'ready' ? claims.index : undefined
  const suggested = useMemo(() => index?.().suggest(words) ?? [], [index, words])
  return useMemo(() => {
    const found = (index?.().search(asked, SHOWN) ?? []).map((claim): ClaimChoice => {
      const verdict = suggested.find((each) => each.claim.id === claim.id)?.verdict
      return verdict ? {claim, verdict} : {claim}
    })
    if (asked.trim() !== '') return found
    return [...suggested, ...found.filter(({verdict}) => verdict === undefined)].slice(0, SHOWN)
  }, [index, asked, suggested])
}
