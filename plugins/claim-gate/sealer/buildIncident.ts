import type {GateDocument} from '../model/gateModel.ts'
import type {State, Verdict} from '../verdict/verdict.ts'
import type {World} from '../verdict/worldState.ts'

/** States of content that nobody let through: it came to be published by a road around the gate. */
const UNAPPROVED: readonly State[] = [
  'changesRequested',
  'unreviewed',
  'changed',
  'inReview',
  'waiting',
]

/** A record that content is published which the gate never let through; one per document and content. */
export function buildIncident(
  world: World,
  document: GateDocument,
  verdict: Verdict,
): GateDocument | undefined {
  const accepted = world.seals
    .get(document._id)
    ?.accepts.some(({fingerprint}) => fingerprint === verdict.fingerprint)
  if (!UNAPPROVED.includes(verdict.state) || accepted) return undefined
  return {
    _id: `claimGate.incident.${document._id}.${verdict.fingerprint.slice(3, 35)}`,
    _type: 'incident',
    subject: document._id,
    subjectType: document._type,
    fingerprint: verdict.fingerprint,
    rev: document._rev,
    state: verdict.state,
    openedAt: world.now,
  }
}
