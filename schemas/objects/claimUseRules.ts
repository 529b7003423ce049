import type {ValidationContext} from '@sanity/types'
import {AUDIENCES, MARKETS, titleOf} from '../choices.ts'
import {allReferencedIds, fieldOf, referencedIds} from '../references.ts'
import {claimsAmong} from './claimUse.ts'

/** Nobody hears a claim that is not for them. */
export async function isWithinAudiences(
  audience: unknown,
  context: ValidationContext,
): Promise<true | string> {
  if (typeof audience !== 'string') return true
  const claims = await claimsAmong(allReferencedIds(context.document), context)
  const refused = claims.find(({audiences}) => !(audiences ?? []).includes(audience))
  return (
    !refused ||
    `${refused.code} is not for this audience (${titleOf(AUDIENCES, audience)}): choose another, or leave the claim out.`
  )
}

/** A claim is made nowhere that it is not authorized. */
export async function isWithinMarkets(
  markets: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const asked = (Array.isArray(markets) ? markets : []).filter((each) => typeof each === 'string')
  if (asked.length === 0) return true
  for (const claim of await claimsAmong(allReferencedIds(context.document), context)) {
    const refused = asked.filter((market) => !(claim.markets ?? []).includes(market))
    if (refused.length > 0) {
      const names = refused.map((market) => titleOf(MARKETS, market)).join(', ')
      return `${claim.code} may not be made in ${names}: narrow the markets, or leave the claim out.`
    }
  }
  return true
}

/** Retracted evidence is an error wherever it is used: under one claim or any of a list. */
export async function restsOnStandingEvidence(
  value: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const claims = await claimsAmong(allReferencedIds(value), context)
  const fallen = claims.find(({retracted}) => retracted.length > 0)
  return (
    !fallen ||
    `${fallen.code} rests on retracted evidence (${fallen.retracted.join(', ')}): leave the claim out.`
  )
}

/** Words that are tied to a claim make what holds them rest on it; `text` is the field beside the list of claims. */
export function listsClaimsCitedIn(text: string) {
  return (claims: unknown, {parent}: ValidationContext): true | string => {
    const listed = new Set(referencedIds(claims))
    const blocks = fieldOf(parent, text)
    const cited = (Array.isArray(blocks) ? blocks : []).flatMap((block) =>
      referencedIds(fieldOf(block, 'markDefs'), 'claim'),
    )
    return (
      cited.every((id) => listed.has(id)) ||
      'The text cites a claim that is not listed here: add it, or take the citation out.'
    )
  }
}
