import type {ValidationContext} from '@sanity/types'
import {PATHWAYS, titleOf} from '../choices.ts'
import {fieldOf} from '../references.ts'

/** Pathways that only one market has. */
const MARKET_OF: Readonly<Record<string, string>> = {
  '510kCleared': 'US',
  '510kExempt': 'US',
  deNovoGranted: 'US',
  pmaApproved: 'US',
  hdeApproved: 'US',
  ukcaMarked: 'GB',
}

/** Nothing is 510(k) cleared in Europe: words of one market mean nothing in another. */
export function isOfMarket(pathway: unknown, {parent}: ValidationContext): true | string {
  const market = fieldOf(parent, 'market')
  if (typeof pathway !== 'string' || typeof market !== 'string') return true
  const only = MARKET_OF[pathway]
  return (
    only === undefined ||
    only === market ||
    `“${titleOf(PATHWAYS, pathway)}” is not said in this market: choose its own pathway, or the other market.`
  )
}
