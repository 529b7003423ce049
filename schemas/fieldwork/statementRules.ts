import type {ValidationContext} from '@sanity/types'
import {fieldOf, referencedId} from '../references.ts'

/** A statement traces back to a claim, or to none: never to one that it does not match. */
export function namesClaimOrNone(claim: unknown, {parent}: ValidationContext): true | string {
  const verdict = fieldOf(parent, 'verdict')
  const isNamed = referencedId(claim) !== undefined
  if (verdict === 'matchesNothing')
    return !isNamed || 'It matches nothing: take the claim out, or choose another verdict.'
  return (
    isNamed ||
    verdict === undefined ||
    'Choose the claim that it comes closest to, or say that it matches nothing.'
  )
}
