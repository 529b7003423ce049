import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {statementOf, type Claims} from './claimWords.ts'
import {settingOf, SETTINGS} from './settings.ts'
import {TOPICS} from './topics.ts'

/** With it begins the id of every claim of a series. */
export const SERIES_CLAIM_PREFIX = 'series-claim-'

/** How many claims there are words for. */
export const MOST_CLAIMS = SETTINGS * Object.keys(TOPICS).length

/** What is the same in every setting; shorter wordings would be those of another claim. */
const KEPT = [
  'qualifier',
  'footnote',
  'category',
  'product',
  'indications',
  'substantiation',
  'riskInformation',
  'audiences',
  'authorizations',
]

/**
 * The first so many claims of all series: each says what a claim of the demo launch says, on the same evidence, for one
 * setting. Always the same ones; they take the codes after `taken` that are free.
 */
export function seriesClaims(
  count: number,
  claims: Claims,
  taken: ReadonlySet<string>,
): GateDocument[] {
  const codes = freeCodes(taken)
  const bases = [...claims.values()]
  return Array.from({length: count}, (_, at): GateDocument => {
    const base = bases[at % bases.length]
    if (!base) throw new RangeError('There are no claims to be said again')
    const {audience} = settingOf(Math.floor(at / bases.length))
    return {
      ...Object.fromEntries(KEPT.map((field) => [field, base[field]])),
      _id: `${SERIES_CLAIM_PREFIX}${String(at + 1).padStart(4, '0')}`,
      _type: 'claim',
      code: codes.next().value,
      statement: `For ${audience}: ${statementOf(claims, String(base.code))}`,
    }
  })
}

function* freeCodes(taken: ReadonlySet<string>): Generator<string, string> {
  for (let number = 1; ; number++) {
    const code = `CLM-${String(number).padStart(3, '0')}`
    if (!taken.has(code)) yield code
  }
}
