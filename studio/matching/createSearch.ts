import MiniSearch from 'minisearch'
import type {ClaimEntry} from './claimEntry.ts'
import {isNumber} from './isNumber.ts'
import {tokensOf} from './tokensOf.ts'

/** Letters that may be wrong, as a part of the word's length; words shorter than this are taken as typed. */
const TYPOS = 0.2
const SHORTEST = 4

/** A search over everything by which people know a claim. */
export function createSearch(claims: readonly ClaimEntry[]): MiniSearch {
  const search = new MiniSearch({
    fields: ['code', 'statement', 'variations', 'qualifier', 'evidence'],
    tokenize: tokensOf,
    processTerm: (term) => term,
    searchOptions: {
      prefix: true,
      // A number with another digit is another number.
      fuzzy: (term) => (isNumber(term) || term.length < SHORTEST ? false : TYPOS),
      boost: {code: 4, statement: 2, variations: 2},
      combineWith: 'AND',
    },
  })
  search.addAll(
    claims.map(({id, code, statement, qualifier, variations, evidence}) => ({
      id,
      code,
      statement,
      qualifier: qualifier ?? '',
      variations: variations.join('\n'),
      evidence: evidence.join('\n'),
    })),
  )
  return search
}
