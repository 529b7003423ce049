import type {ValidationContext} from '@sanity/types'
import {fieldOf} from '../references.ts'
import {isGiven} from './fieldRules.ts'

const isFromCustomer = ({document}: ValidationContext): boolean =>
  document?.source === 'customerFeedback'

/** Where somebody listened, it is known what became of a message. */
export function hasOutcomeWhereHeard(outcome: unknown, context: ValidationContext): true | string {
  return (
    isFromCustomer(context) ||
    outcome !== undefined ||
    'Say what became of the message, or that it was not called for.'
  )
}

/** What is remembered is asked of customers, and of nobody else. */
export function hasRecallFromCustomers(recall: unknown, context: ValidationContext): true | string {
  if (isFromCustomer(context))
    return recall !== undefined || 'Say what the customer still knows of the message.'
  return recall === undefined || 'Recall is asked of customers only: take it out.'
}

/** What was heard instead is what the platform learns from. */
export function hasWordsOfDrift(verbatim: unknown, {parent}: ValidationContext): true | string {
  const outcome = fieldOf(parent, 'outcome')
  const isDrift = outcome === 'overstated' || outcome === 'altered'
  return (
    !isDrift ||
    (typeof verbatim === 'string' && verbatim.trim() !== '') ||
    'Write what was said: without the words nobody can coach it, or mend the message.'
  )
}

/** What was not called for leaves the denominator, and so has no score. */
export function isScoredWhereCalledFor(level: unknown, {parent}: ValidationContext): true | string {
  const isOut = fieldOf(parent, 'outcome') === 'notCalledFor'
  return (
    !isOut ||
    level === undefined ||
    'What was not called for is not counted: take the level out, or choose another outcome.'
  )
}

/** An observation says something. */
export function hasContent(messages: unknown, {document}: ValidationContext): true | string {
  const count = (list: unknown): number => (Array.isArray(list) ? list.length : 0)
  const says = count(messages) + count(document?.offPlatform) > 0
  const isComplaint = fieldOf(document?.possibleComplaint, 'yes') === true
  return says || isComplaint || 'Add at least one message, or what was said off platform.'
}

/** Somebody who may have been harmed cannot wait for a form to be finished. */
export function isForwarded(day: unknown, {document, parent}: ValidationContext): true | string {
  const isPossible = fieldOf(parent, 'yes') === true
  if (day === undefined)
    return (
      !isPossible || 'Forward it to the complaint unit today, and give the day on which you did.'
    )
  if (!isPossible)
    return 'Nothing here is a possible complaint: say that it is, or take the day out.'
  const observedOn = document?.observedOn
  const isEarly = typeof day === 'string' && typeof observedOn === 'string' && day < observedOn
  return !isEarly || 'It was forwarded before it was observed: correct one of the two days.'
}

/** Closed is what has a number in the system of the complaint unit, and nothing else. */
export function isClosedByNumber(number: unknown, {parent}: ValidationContext): true | string {
  return (
    fieldOf(parent, 'yes') !== true ||
    (typeof number === 'string' && number.trim() !== '') ||
    'It stays open until the complaint unit has given its number: enter it here.'
  )
}

/** A number belongs to something that was forwarded. */
export function isNumberOfForwarded(number: unknown, {parent}: ValidationContext): true | string {
  return (
    number === undefined ||
    (fieldOf(parent, 'yes') === true && isGiven(parent, 'forwardedOn')) ||
    'A number comes from the complaint unit: say that it is a possible complaint, and when it was forwarded.'
  )
}
