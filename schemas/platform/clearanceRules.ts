import type {ValidationContext} from '@sanity/types'
import {DEVICE_CLASSES, MARKETS, PATHWAYS, titleOf} from '../choices.ts'
import {fieldOf} from '../references.ts'

/** In which markets a pathway is said: Great Britain takes the CE mark beside its own. */
const MARKETS_OF: Readonly<Record<string, readonly string[]>> = {
  '510kCleared': ['US'],
  '510kExempt': ['US'],
  deNovoGranted: ['US'],
  pmaApproved: ['US'],
  hdeApproved: ['US'],
  ceMarked: ['EU', 'GB'],
  ukcaMarked: ['GB'],
  medicalDeviceLicence: ['CA'],
  artgIncluded: ['AU'],
}

/**
 * The classes of each market: 21 CFR 860.3; Regulation (EU) 2017/745, Article 51; UK MDR 2002, regulation 7; Medical
 * Devices Regulations (Canada), section 6; Therapeutic Goods (Medical Devices) Regulations 2002 (Australia), schedule 2.
 */
const CLASSES_OF: Readonly<Record<string, readonly string[]>> = {
  US: ['I', 'II', 'III'],
  EU: ['I', 'IIa', 'IIb', 'III'],
  GB: ['I', 'IIa', 'IIb', 'III'],
  CA: ['I', 'II', 'III', 'IV'],
  AU: ['I', 'IIa', 'IIb', 'III'],
}

/** Nothing is 510(k) cleared in Europe: words of one market mean nothing in another. */
export function isOfMarket(pathway: unknown, {parent}: ValidationContext): true | string {
  const market = fieldOf(parent, 'market')
  if (typeof pathway !== 'string' || typeof market !== 'string') return true
  return (
    (MARKETS_OF[pathway] ?? [market]).includes(market) ||
    `“${titleOf(PATHWAYS, pathway)}” is not said in this market: choose its own pathway, or the other market.`
  )
}

/** A class of one market does not exist in another. */
export function isClassOfMarket(deviceClass: unknown, {parent}: ValidationContext): true | string {
  const market = fieldOf(parent, 'market')
  if (typeof deviceClass !== 'string' || typeof market !== 'string') return true
  const known = CLASSES_OF[market] ?? [deviceClass]
  return (
    known.includes(deviceClass) ||
    `${titleOf(MARKETS, market)} has no ${titleOf(DEVICE_CLASSES, deviceClass)}: choose ${known.map((each) => titleOf(DEVICE_CLASSES, each)).join(', ')}.`
  )
}
