import type {ValidationContext} from '@sanity/types'
import {readSupport} from '../objects/readSupport.ts'
import {fieldOf, referencedId, referencedIds} from '../references.ts'

/** What was said instead is what the platform learns from. */
export function hasNoteWhereOffScript(note: unknown, {parent}: ValidationContext): true | string {
  const isOff = fieldOf(parent, 'outcome') === 'offScript'
  return (
    !isOff || (typeof note === 'string' && note.trim() !== '') || 'Write what was said instead.'
  )
}

async function entriesOfDeck(context: ValidationContext): Promise<unknown[] | undefined> {
  const support = await readSupport(context)
  const id = referencedId(context.document?.deck)
  const slides = support.under(context.document?.deck).find(({_id}) => _id === id)?.slides
  return Array.isArray(slides) ? slides : undefined
}

/** A deck may have changed since it was walked, so this is only pointed out. */
export async function isOfDeck(slide: unknown, context: ValidationContext): Promise<true | string> {
  const id = referencedId(slide)
  const entries = await entriesOfDeck(context)
  if (id === undefined || entries === undefined) return true
  return (
    referencedIds(entries, 'slide').includes(id) ||
    'This slide is not in the deck: choose one that is, or note it under what was added.'
  )
}

/** A core slide of which nothing is said can be counted neither as shown nor as skipped. */
export async function walksCoreSlides(
  steps: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const entries = (await entriesOfDeck(context)) ?? []
  const core = referencedIds(
    entries.filter((entry) => fieldOf(entry, 'use') === 'core'),
    'slide',
  )
  const walked = new Set(referencedIds(steps, 'slide'))
  const missing = core.filter((id) => !walked.has(id))
  return (
    missing.length === 0 ||
    `${missing.length === 1 ? 'A core slide has' : `${missing.length} core slides have`} no entry: add what became of each, also where it was skipped.`
  )
}
