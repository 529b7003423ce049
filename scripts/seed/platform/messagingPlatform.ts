import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {claimId, keyed, objectionId, reference, references} from '../build.ts'
import {product} from '../product.ts'
import {proofPointId} from './proofPoints.ts'
import {valuePropositions} from './valuePropositions.ts'

interface Pillar {
  key: string
  title: string
  keyMessage: string
  claims: readonly string[]
  proofs?: readonly string[]
}

const PILLARS: readonly Pillar[] = [
  {
    key: 'need',
    title: 'Adults still arrive cold',
    keyMessage:
      'Adults reach the PACU below 36.0 °C, whatever has warmed them. It says how often, and blames no device.',
    claims: ['CLM-012'],
  },
  {
    key: 'indication',
    title: 'Cleared for all three periods',
    keyMessage:
      'One pad before, during and after surgery: 510(k) cleared to maintain normal body temperature in adults.',
    claims: ['CLM-001'],
  },
  {
    key: 'temperature',
    title: 'Temperature, as measured',
    keyMessage:
      'Non-inferior to forced air at end of surgery; with prewarming, a smaller fall after induction; and what a registry saw, beside the trials and never against them.',
    claims: ['CLM-002', 'CLM-003', 'CLM-004', 'CLM-005'],
    proofs: ['temperature', 'prewarming', 'registry'],
  },
  {
    key: 'skin',
    title: 'Skin, in full',
    keyMessage:
      'What was seen of the skin in the trial and in the registry, both with their limits. The system does not relieve pressure.',
    claims: ['CLM-006', 'CLM-007'],
    proofs: ['skin-trial', 'skin-registry'],
  },
  {
    key: 'room',
    title: 'What differs in the room',
    keyMessage:
      'Sound on the bench, set-up in simulated use, grams of disposables: three measurements, each said with the place where it was made.',
    claims: ['CLM-008', 'CLM-009', 'CLM-011'],
    proofs: ['sound', 'set-up', 'disposables'],
  },
  {
    key: 'budget',
    title: 'The committee’s own numbers',
    keyMessage:
      'A budget model with its range, to be filled with the hospital’s volumes and prices.',
    claims: ['CLM-010'],
    proofs: ['budget'],
  },
]

/** The message of the launch; its owner is the person to ask. */
export const messagingPlatform = (owner: string): GateDocument => ({
  _id: 'platform-kelvane',
  _type: 'messagingPlatform',
  title: 'Kelvane, US launch',
  product: reference(product._id),
  valuePropositions: references(valuePropositions.map(({_id}) => _id)),
  pillars: PILLARS.map(({key, title, keyMessage, claims, proofs = []}) =>
    keyed(key, 'pillar', {
      title,
      keyMessage,
      claims: references(claims.map(claimId)),
      ...(proofs.length > 0 ? {proofPoints: references(proofs.map(proofPointId))} : {}),
    }),
  ),
  objectionResponses: references([1, 2, 3, 4, 5].map(objectionId)),
  owner: reference(owner),
  internalNotes:
    'CLM-010 is for committees, payers and GPOs: it stands in the VAC kit and in no slide.',
})
