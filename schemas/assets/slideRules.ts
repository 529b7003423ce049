import type {ValidationContext} from '@sanity/types'
import {fieldOf} from '../references.ts'

/** A slide states at least one claim, unless it is a title. */
export function hasClaims(claims: unknown, {document}: ValidationContext): true | string {
  const count = Array.isArray(claims) ? claims.length : 0
  return (
    count > 0 ||
    document?.kind === 'title' ||
    'Add at least one claim: every slide but a title rests on one.'
  )
}

/** The slide that keeps a deck from going without risk information gives it. */
export function givesRiskInformation(body: unknown, {document}: ValidationContext): true | string {
  const isSaid = textOf(body).trim() !== ''
  return (
    isSaid ||
    document?.kind !== 'riskInformation' ||
    'Give the risk information: contraindications, warnings and precautions, as they stand with the product.'
  )
}

/** What the blocks of a text say. */
function textOf(blocks: unknown): string {
  if (Array.isArray(blocks)) return blocks.map(textOf).join(' ')
  const text = fieldOf(blocks, 'text')
  return typeof text === 'string' ? text : textOf(fieldOf(blocks, 'children') ?? [])
}
