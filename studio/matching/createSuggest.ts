import type {ClaimEntry} from './claimEntry.ts'
import type {ClaimIndex, ClaimSuggestion, MatchVerdict} from './claimIndex.ts'
import {createWeights, type Weigh} from './createWeights.ts'
import {overlap} from './overlap.ts'
import {tokensOf} from './tokensOf.ts'
import {topicOf, type Topic} from './topicOf.ts'

/** Below this nothing is said: a wrong suggestion costs trust. */
const RELATED = 0.4
/** From here on a statement speaks of the claim itself. */
const DIFFERS = 0.55
/** Beside the surest, only what comes near it. */
const NEAR = 0.6
/** Words and numbers that a statement has in common with a claim, at least: one is chance, two are a hint. */
const HINT = 2
const CANDIDATES = 30

/** A claim taken apart once. */
interface Known {
  claim: ClaimEntry
  statement: string
  variations: readonly string[]
  wordings: readonly Topic[]
  topic: Topic
}

interface Comparison {
  known: readonly Known[]
  /** Which of them hold a word or number. */
  holders: ReadonlyMap<string, readonly Known[]>
  weigh: Weigh
}

/** Compares statements with claims. */
export function createSuggest(claims: readonly ClaimEntry[]): ClaimIndex['suggest'] {
  let kept: Comparison | undefined
  return (statement, limit = 3) => {
    const words = normalised(statement)
    if (words === '') return []
    // Whoever only searches does not wait for it.
    kept ??= prepare(claims)
    const {known, weigh} = kept
    const approved = known.flatMap((each) => inApprovedWords(each, words))
    const taken = new Set(approved.map(({claim}) => claim.id))
    const topic = topicOf(statement)
    const near = candidates(topic, kept)
      .filter(({claim}) => !taken.has(claim.id))
      .flatMap((each) => inOtherWords(each, topic, weigh))
      .toSorted((one, other) => other.score - one.score)
    const all = [...approved, ...near]
    const floor = NEAR * (all[0]?.score ?? 0)
    return all.filter(({score}) => score >= floor).slice(0, limit)
  }
}

function prepare(claims: readonly ClaimEntry[]): Comparison {
  const known = claims.map(takeApart)
  const holders = new Map<string, Known[]>()
  for (const each of known) {
    for (const token of tokensIn(each.topic)) {
      const already = holders.get(token)
      if (already) already.push(each)
      else holders.set(token, [each])
    }
  }
  return {known, holders, weigh: createWeights(known.map(({topic}) => tokensIn(topic)))}
}

const tokensIn = ({words, numbers}: Topic): ReadonlySet<string> => new Set([...words, ...numbers])

/** The claims worth comparing: those that have most in common with the statement. */
function candidates(topic: Topic, {holders, weigh}: Comparison): Known[] {
  const shared = new Map<Known, number>()
  for (const token of tokensIn(topic)) {
    const weight = weigh(token)
    for (const each of holders.get(token) ?? []) shared.set(each, (shared.get(each) ?? 0) + weight)
  }
  return [...shared]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, CANDIDATES)
    .map(([each]) => each)
}

const normalised = (text: string): string => tokensOf(text).join(' ')

function takeApart(claim: ClaimEntry): Known {
  const {statement, qualifier, variations, evidence} = claim
  return {
    claim,
    statement: normalised(statement),
    variations: variations.map(normalised),
    wordings: [statement, ...variations].map((each) => topicOf(each)),
    topic: topicOf(statement, qualifier ?? '', ...variations, ...evidence),
  }
}

/** An approved wording is known whole, word for word and number for number. */
function inApprovedWords({claim, statement, variations}: Known, words: string): ClaimSuggestion[] {
  if (statement === words) return [{claim, score: 1, verdict: 'same'}]
  return variations.includes(words) ? [{claim, score: 1, verdict: 'variation'}] : []
}

function inOtherWords(each: Known, topic: Topic, weigh: Weigh): ClaimSuggestion[] {
  const {claim, wordings, topic: whole} = each
  const shared = inCommon(topic.words, whole.words) + inCommon(topic.numbers, whole.numbers)
  const score = Math.max(
    ...wordings.map((wording) => overlap(topic, {wording, claim: whole}, weigh)),
  )
  if (score < RELATED || shared < HINT) return []
  const verdict: MatchVerdict = score < DIFFERS || shared === HINT ? 'related' : 'differs'
  return [{claim, score, verdict}]
}

const inCommon = (some: ReadonlySet<string>, others: ReadonlySet<string>): number =>
  [...some].filter((each) => others.has(each)).length
