import type {ClaimEntry} from './claimEntry.ts'
import {claimsByCode} from './claimsByCode.ts'
import type {ClaimIndex} from './claimIndex.ts'
import {createSearch} from './createSearch.ts'
import {createSuggest} from './createSuggest.ts'

/** Makes claims searchable, and statements comparable with them. Built once, used at every key: 1,000 claims are few. */
export function createClaimIndex(claims: readonly ClaimEntry[]): ClaimIndex {
  const inOrder = claims.toSorted((a, b) => a.code.localeCompare(b.code))
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const search = createSearch(inOrder)
  const found = (words: string, combineWith: 'AND' | 'OR'): ClaimEntry[] =>
    search.search(words, {combineWith}).flatMap(({id}) => byId.get(String(id)) ?? [])

  return {
    search(words, limit = 20) {
      if (words.trim() === '') return inOrder.slice(0, limit)
      const all = found(words, 'AND')
      const matched = all.length > 0 ? all : found(words, 'OR')
      return [...new Set([...claimsByCode(inOrder, words), ...matched])].slice(0, limit)
    },
    suggest: createSuggest(inOrder),
  }
}
