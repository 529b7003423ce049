import type {ValidationContext} from '@sanity/types'
import {API_VERSION} from '../apiVersion.ts'
import {ECONOMIC_AUDIENCES} from '../choices.ts'
import {isHeldByAnother} from '../isHeldByAnother.ts'
import {nextCode} from './claimCode.ts'

/** No two claims share a code: people say it aloud. */
export async function isUniqueCode(
  code: unknown,
  context: ValidationContext,
): Promise<true | string> {
  if (typeof code !== 'string' || code === '') return true
  const isHeld = await isHeldByAnother(code, 'code', context)
  if (!isHeld) return true
  const free = await nextFreeCode(context)
  return `${code} is another claim’s code: take ${free}, which is free.`
}

/** The code after every one that a claim has, published or drafted. */
export async function nextFreeCode({
  getClient,
}: Pick<ValidationContext, 'getClient'>): Promise<string> {
  const client = getClient({apiVersion: API_VERSION})
  return nextCode(
    await client.fetch<unknown[]>('*[_type == "claim"].code', {}, {perspective: 'raw'}),
  )
}

/** Economic claims go to those who weigh costs, and to nobody else. */
export function isAllowedAudience(audiences: unknown, context: ValidationContext): true | string {
  if (context.document?.category !== 'economic' || !Array.isArray(audiences)) return true
  const others = audiences.filter((audience) => !ECONOMIC_AUDIENCES.includes(audience))
  return (
    others.length === 0 ||
    'An economic claim is only for value analysis committees, payers and purchasing organisations: take the others out, or choose another category.'
  )
}

/** A claim that the label does not state word for word needs its reason on record. */
export function hasRationale(rationale: unknown, {parent}: ValidationContext): true | string {
  const given = typeof rationale === 'string' && rationale.trim() !== ''
  const needed =
    typeof parent === 'object' &&
    parent !== null &&
    'labelStatus' in parent &&
    parent.labelStatus === 'consistentWithLabel'
  return given || !needed || 'Say why the claim is consistent with the label.'
}

/** One entry a market: two would contradict each other. */
export function hasDistinctMarkets(authorizations: unknown): true | string {
  const entries: {market?: unknown}[] = Array.isArray(authorizations) ? authorizations : []
  const markets = entries.flatMap(({market}) => (typeof market === 'string' ? [market] : []))
  return (
    new Set(markets).size === markets.length ||
    'A market stands here twice: keep one entry for each market.'
  )
}
