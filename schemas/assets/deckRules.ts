import type {ValidationContext} from '@sanity/types'
import {readSupport} from '../objects/readSupport.ts'
import {fieldOf, referencedId, referencedIds} from '../references.ts'

/** A slide stands once in a deck, so that what is said of it in the field is said of one place. */
export function hasDistinctSlides(entries: unknown): true | string {
  const ids = referencedIds(entries, 'slide')
  return new Set(ids).size === ids.length || 'A slide stands here twice: keep the one place for it.'
}

/** Benefits are not shown without risks: one of the slides gives the risk information. */
export async function showsRiskInformation(
  entries: unknown,
  context: ValidationContext,
): Promise<true | string> {
  if (referencedIds(entries, 'slide').length === 0) return true
  const giving = await givingRiskInformation(entries, context)
  return giving.length > 0 || 'Add a slide of the kind “Risk information”: no deck goes without.'
}

/** A slide that may be left out informs nobody of risks. */
export async function alwaysShowsRiskInformation(
  entries: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const giving = await givingRiskInformation(entries, context)
  const isLeftOut = giving.length > 0 && giving.every((entry) => fieldOf(entry, 'use') !== 'core')
  return !isLeftOut || 'The slide with the risk information may be left out: make it core.'
}

async function givingRiskInformation(
  entries: unknown,
  context: ValidationContext,
): Promise<unknown[]> {
  const support = await readSupport(context)
  const giving = support.under(entries).filter(({kind}) => kind === 'riskInformation')
  const ids = new Set(giving.map(({_id}) => _id))
  return (Array.isArray(entries) ? entries : []).filter((entry) =>
    ids.has(referencedId(fieldOf(entry, 'slide')) ?? ''),
  )
}
