import type {ValidationContext} from '@sanity/types'
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
