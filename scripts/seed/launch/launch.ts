import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {dayFromToday, reference, references, weakReferences} from '../build.ts'
import {product} from '../product.ts'

export const LAUNCH = 'launch-kelvane'
export const BRIEF = 'brief-kelvane'
const PLATFORM = 'platform-kelvane'

/** So many weeks of the launch lie behind its people. */
export const WEEKS = 12

/** A launch with the brief that its leads agree to. */
export interface LaunchDocuments {
  launch: GateDocument
  brief: GateDocument
}

/** Ids of the people of the launch. */
export interface LaunchPeople {
  owner: string
  contentLead: string
  trainingLead: string
}

export const launch = ({owner}: LaunchPeople): GateDocument => ({
  _id: LAUNCH,
  _type: 'launch',
  title: 'Kelvane, US launch',
  product: reference(product._id),
  platform: reference(PLATFORM),
  owner: reference(owner),
  launchDate: dayFromToday(-7 * WEEKS),
  windowDays: 90,
  markets: ['US'],
  targets: {messageConsistency: 85, readiness: 95},
})

export const brief = (
  {owner, contentLead, trainingLead}: LaunchPeople,
  deliverables: readonly string[],
): GateDocument => ({
  _id: BRIEF,
  _type: 'brief',
  launch: reference(LAUNCH),
  platform: reference(PLATFORM),
  contentLead: reference(contentLead),
  trainingLead: reference(trainingLead),
  audience: 'HCP',
  objectives: [
    'Can say for whom and for what Kelvane is cleared, and what it must not be used for.',
    'Reads KEL-101 as non-inferior, neither better nor worse.',
    'Weighs the skin findings with their limits, the erythema included.',
    'Takes a question that no claim answers to medical information.',
  ],
  kickOff: {
    on: dayFromToday(-7 * WEEKS - 70),
    attendees: references([...new Set([owner, contentLead, trainingLead])]),
  },
  deliverables: weakReferences(deliverables),
})
