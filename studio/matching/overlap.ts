import type {Weigh} from './createWeights.ts'
import type {Topic} from './topicOf.ts'

/** How much of its strength numbers give to a statement that has words as well. */
const NUMBERS = 0.35
/** A statement of numbers alone is sure of less. */
const NUMBERS_ALONE = 0.8

/** What one wording of a claim is about, and everything that the claim may be known by. */
export interface Compared {
  wording: Topic
  claim: Topic
}

/**
 * How surely a statement speaks of a claim in this wording, from 0 to 1: how much of the statement the claim knows, and
 * how much of the wording is said in it. Numbers that moved make it weaker, but not silent: that is what is looked for.
 */
export function overlap(statement: Topic, {wording, claim}: Compared, weigh: Weigh): number {
  const known = part(statement.words, claim.words, weigh)
  const said = part(wording.words, statement.words, weigh)
  const numbers = part(statement.numbers, claim.numbers, weigh)
  if (statement.words.size === 0) return NUMBERS_ALONE * numbers
  const words = Math.sqrt(known * said)
  return statement.numbers.size === 0 ? words : (1 - NUMBERS) * words + NUMBERS * numbers
}

/** The part of these tokens, by weight, that stands among the others. */
function part(tokens: ReadonlySet<string>, others: ReadonlySet<string>, weigh: Weigh): number {
  const sum = (of: Iterable<string>) => [...of].reduce((so, token) => so + weigh(token), 0)
  const all = sum(tokens)
  return all === 0 ? 0 : sum([...tokens].filter((token) => others.has(token))) / all
}
