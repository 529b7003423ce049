import {snapshotId, type Review} from '../model/gateDocuments.ts'
import type {GateModel} from '../model/gateModel.ts'
import {mismatch, type Mismatch} from './finding.ts'
import type {ProofContents, SnapshotFacts} from './proofContents.ts'

/** What is wrong with a review beside the others: what it signed and what it rested on must be there to be read. */
export function checkReview(contents: ProofContents, review: Review): Mismatch | undefined {
  const {snapshots, header} = contents
  const seen = [{doc: review.subject, fingerprint: review.fingerprint}, ...review.pins]
  for (const {doc, fingerprint} of seen) {
    const id = snapshotId(doc, fingerprint)
    if (snapshots.get(id)?.fingerprint !== fingerprint) {
      return mismatch(`the snapshot ${id} of ${doc} with ${fingerprint}`, found(snapshots.get(id)))
    }
    if (!review.snapshots.includes(id)) {
      return mismatch(`${id} among the snapshots it names`, review.snapshots.join(', ') || 'none')
    }
  }
  const absent = review.snapshots.find((id) => !snapshots.has(id))
  if (absent) return mismatch(`the snapshot ${absent} that it names`, 'none')
  return checkMeaning(header.model, review)
}

function found(snapshot: SnapshotFacts | undefined): string {
  return snapshot ? `one of ${snapshot.fingerprint}` : 'none'
}

/** Words may have been changed since it was signed; those of another role were never its own. */
function checkMeaning({options}: GateModel, {role, meaning}: Review): Mismatch | undefined {
  const own = options.roles[role]?.meaning
  const other = Object.entries(options.roles).find(([, words]) => words.meaning === meaning)
  if (own === meaning || !other) return undefined
  return mismatch(`the meaning "${meaning}", which is that of the role ${other[0]}`, `role ${role}`)
}

/** What is wrong with a snapshot beside the others: it was written with a review, and of the type that stands there. */
export function checkSnapshot(
  {ungated}: ProofContents,
  seen: ReadonlySet<string>,
  id: string,
  {subject, subjectType}: SnapshotFacts,
): Mismatch | undefined {
  if (!seen.has(id)) return mismatch('a review by somebody who saw it', 'none')
  const other = ungated.get(subject)
  if (!other || other._type === subjectType) return undefined
  return mismatch(`${subject} to be a ${subjectType}, as was signed`, `a ${other._type}`)
}

/** Ids of everything that some review says its signer saw. */
export function seenSnapshots({reviews}: ProofContents): ReadonlySet<string> {
  return new Set([...reviews.values()].flatMap((review) => review.snapshots))
}
