import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {claimId, references} from '../build.ts'
import {proofPointId} from './proofPoints.ts'

export const valuePropositions: readonly GateDocument[] = [
  {
    _id: 'value-hcp',
    _type: 'valueProposition',
    audience: 'HCP',
    statement:
      'One pad warms adults before, during and after surgery. For core temperature at end of surgery it was non-inferior to forced air. How it sounds, how long it takes to set up and what it leaves over were measured; you can weigh them for your own room.',
    claims: references(
      ['CLM-001', 'CLM-002', 'CLM-006', 'CLM-007', 'CLM-008', 'CLM-009', 'CLM-011'].map(claimId),
    ),
    proofPoints: references(
      ['temperature', 'skin-trial', 'skin-registry', 'sound', 'set-up', 'disposables'].map(
        proofPointId,
      ),
    ),
  },
  {
    _id: 'value-vac',
    _type: 'valueProposition',
    audience: 'VAC',
    statement:
      'A reusable pad with a disposable cover, non-inferior to forced air for core temperature at end of surgery, and a budget model that the committee fills with its own volumes and prices.',
    claims: references(['CLM-001', 'CLM-002', 'CLM-006', 'CLM-010', 'CLM-011'].map(claimId)),
    proofPoints: references(
      ['temperature', 'skin-trial', 'budget', 'disposables'].map(proofPointId),
    ),
  },
]
