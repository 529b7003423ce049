import type {ValidationContext} from '@sanity/types'
import {fieldOf, referencedId} from '../references.ts'

/** Two people agree to a brief, one for content and one for training. */
export function isNotContentLead(lead: unknown, {document}: ValidationContext): true | string {
  const id = referencedId(lead)
  return (
    id === undefined ||
    id !== referencedId(document?.contentLead) ||
    'This person leads the content already: name somebody else for training.'
  )
}

const LEADS = {contentLead: 'content lead', trainingLead: 'training lead'} as const

/** What a lead agreed to last; the record is written in the order of time. */
function lastAgreed(agreed: unknown, lead: unknown): unknown {
  const id = referencedId(lead)
  const records: unknown[] = Array.isArray(agreed) ? agreed : []
  const own = records.filter((record) => referencedId(fieldOf(record, 'person')) === id)
  return fieldOf(own.at(-1), 'fingerprint')
}

/**
 * Both leads have agreed, and to the same wording. Whether that is the wording of today is the gate's to say: it alone
 * knows how to take a fingerprint.
 */
export function isAgreedByBoth(agreed: unknown, {document}: ValidationContext): true | string {
  const content = lastAgreed(agreed, document?.contentLead)
  const training = lastAgreed(agreed, document?.trainingLead)
  const missing = [
    ...(content === undefined ? [LEADS.contentLead] : []),
    ...(training === undefined ? [LEADS.trainingLead] : []),
  ]
  if (missing.length > 0)
    return `Not agreed yet by the ${missing.join(' and the ')}: the checkpoints of the launch wait until both leads have.`
  return (
    content === training ||
    'The leads agreed to two different wordings: the checkpoints of the launch wait until both agree to the brief as it now stands.'
  )
}
