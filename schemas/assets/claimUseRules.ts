import type {ValidationContext} from '@sanity/types'
import {AUDIENCES, MARKETS, titleOf} from '../choices.ts'
import {claimsOf} from './claimUse.ts'

/** Nobody hears a claim that is not for them. */
export async function isWithinAudiences(
  audience: unknown,
  context: ValidationContext,
): Promise<true | string> {
  if (typeof audience !== 'string') return true
  const claims = await claimsOf(context)
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
  for (const claim of await claimsOf(context)) {
    const refused = asked.filter((market) => !(claim.markets ?? []).includes(market))
    if (refused.length > 0) {
      const names = refused.map((market) => titleOf(MARKETS, market)).join(', ')
      return `${claim.code} may not be made in ${names}: narrow the markets, or leave the claim out.`
    }
  }
  return true
}

/** Retracted evidence is an error wherever it is used. */
export async function restsOnStandingEvidence(
  _claims: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const fallen = (await claimsOf(context)).find(({retracted}) => retracted.length > 0)
  return (
    !fallen ||
    `${fallen.code} rests on retracted evidence (${fallen.retracted.join(', ')}): leave the claim out.`
  )
}
