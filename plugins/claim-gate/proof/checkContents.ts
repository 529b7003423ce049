import {sealId} from '../model/gateDocuments.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {checkReview, checkSnapshot, seenSnapshots} from './checkReviews.ts'
import {checkSeal, type Outcome} from './checkSeal.ts'
import type {Finding, Mismatch} from './finding.ts'
import {worldOf, type ProofContents} from './proofContents.ts'

/** What stands in a proof beside each other: the first that is wrong, or how each published document stood. */
export function checkContents(contents: ProofContents): {finding: Finding} | Outcome[] {
  const finding = firstInReviews(contents)
  return finding ? {finding} : judgeAll(contents)
}

function firstInReviews(contents: ProofContents): Finding | undefined {
  const {reviews, snapshots} = contents
  for (const [id, review] of reviews) {
    const found = checkReview(contents, review)
    if (found) return findingAt(contents, 'review', id, found)
  }
  const seen = seenSnapshots(contents)
  for (const [id, snapshot] of snapshots) {
    const found = checkSnapshot(contents, seen, id, snapshot)
    if (found) return findingAt(contents, 'snapshot', id, found)
  }
  return undefined
}

function judgeAll(contents: ProofContents): {finding: Finding} | Outcome[] {
  const {header, documents, seals} = contents
  const judging = createJudging(header.model, worldOf(contents))
  const outcomes: Outcome[] = []
  for (const id of new Set([...documents.keys(), ...seals.keys()])) {
    const found = checkSeal(contents, judging, id)
    if (found && 'expected' in found) {
      const finding = seals.has(id)
        ? findingAt(contents, 'seal', sealId(id), found)
        : findingAt(contents, 'document', id, found)
      return {finding}
    }
    if (found) outcomes.push(found)
  }
  return outcomes
}

function findingAt({lines}: ProofContents, kind: string, id: string, found: Mismatch): Finding {
  return {line: lines.get(id) ?? 0, what: `${kind} ${id}`, ...found}
}
