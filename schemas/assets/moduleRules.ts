import type {ValidationContext} from '@sanity/types'
import {fieldOf, listOf, referencedId, referencedIds} from '../references.ts'

/** What goes on inside a head cannot be observed, and so cannot be assessed: the verbs in any of their forms. */
const UNOBSERVABLE =
  /^(?:(?:be|is|are|being|become|becomes) )?(?:appreciat(?:e|es|ing)|aware(?: of)?|familiar(?: with)?|believ(?:e|es|ing)|grasp(?:s|ing)?|know(?:s|ing)?|learn(?:s|ing)?|reali[sz](?:e|es|ing)|understand(?:s|ing)?)$/iu

export function isObservable(verb: unknown): true | string {
  if (typeof verb !== 'string') return true
  const isHidden = UNOBSERVABLE.test(verb.trim())
  return (
    !isHidden ||
    `Nobody can see whether somebody can “${verb.trim()}”: choose a verb that can be observed, such as state, show, distinguish or answer.`
  )
}

/** A question without a right answer cannot be passed; one without a wrong answer asks nothing. */
export function hasRightAndWrong(options: unknown): true | string {
  const marks = listOf(options).map((option) => fieldOf(option, 'correct') === true)
  return (
    marks.length === 0 ||
    new Set(marks).size === 2 ||
    'Mark at least one answer as correct, and leave at least one that is not.'
  )
}

/** Assessment items map to objectives: what is asked was meant to be learned. */
export function isInObjectives(claim: unknown, {document}: ValidationContext): true | string {
  const id = referencedId(claim)
  if (id === undefined) return true
  const taught = listOf(document?.objectives).flatMap((objective) =>
    referencedIds(fieldOf(objective, 'claims')),
  )
  return (
    taught.includes(id) ||
    'No objective rests on this claim: add it to one, or ask about another claim.'
  )
}

/** An assessment has a pass mark. */
export function isGivenWhereAssessed(score: unknown, {document}: ValidationContext): true | string {
  const isNeeded = listOf(document?.assessment).length > 0 && typeof score !== 'number'
  return !isNeeded || 'Give the score that passes the assessment, from 0 to 1.'
}

/** A package without its standard cannot be played. */
export function isGivenForFile(standard: unknown, {parent}: ValidationContext): true | string {
  const isNeeded = fieldOf(parent, 'file') !== undefined && standard === undefined
  return !isNeeded || 'Say by which standard the package was built.'
}

/** What cmi5 assumes when nothing is said counts nobody as done. */
export function isGivenForCmi5(moveOn: unknown, {document}: ValidationContext): true | string {
  const isNeeded = fieldOf(document?.package, 'standard') === 'cmi5' && moveOn === undefined
  return (
    !isNeeded || 'cmi5 takes “Not applicable” where nothing is said: choose when a learner is done.'
  )
}
