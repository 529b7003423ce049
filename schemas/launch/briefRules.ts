import type {ValidationContext} from '@sanity/types'
import {isHeldByAnother} from '../isHeldByAnother.ts'
import {referencedId} from '../references.ts'

/** Two people agree to a brief, one for content and one for training. */
export function isNotContentLead(lead: unknown, {document}: ValidationContext): true | string {
  const id = referencedId(lead)
  return (
    id === undefined ||
    id !== referencedId(document?.contentLead) ||
    'This person leads the content already: name somebody else for training.'
  )
}

/** Content and training work from one brief; two would be two versions of the message again. */
export async function isOnlyBrief(
  launch: unknown,
  context: ValidationContext,
): Promise<true | string> {
  const id = referencedId(launch)
  if (id === undefined) return true
  const isHeld = await isHeldByAnother(id, 'launch._ref', context)
  return !isHeld || 'The launch has a brief already: work on that one, or choose another launch.'
}
