import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {claimId, keyed, objectionId, reference} from '../build.ts'
import {dayOf} from '../field/fieldTeam.ts'
import {LAUNCH} from '../launch/launch.ts'

export const RUBRIC = 'rubric-kelvane'

const LABELS = ['Off the message', 'Partly', 'As approved', 'As approved, unasked']

type DriftSignal = readonly [heard: string, kind: string, escalate: boolean]

interface Criterion {
  /** Id of the claim or the objection response whose wording is coached. */
  anchor: string
  behaviour: string
  weight: number
  /** Weakest first, one for each label. */
  levels: readonly [string, string, string, string]
  drift: readonly DriftSignal[]
}

const CRITERIA: readonly Criterion[] = [
  {
    anchor: claimId('CLM-001'),
    behaviour: 'Says “cleared”, for adults, in the three periods',
    weight: 20,
    levels: [
      'Says “approved”, or speaks of patients or uses outside the indication.',
      'Says “cleared”, and leaves out adults or one of the periods.',
      'Says what it is cleared for, for adults, before, during and after surgery.',
      'Does so before the first result, and gives the contraindication with it.',
    ],
    drift: [
      ['It’s FDA approved.', 'overclaim', false],
      ['Works great on kids.', 'offLabel', true],
    ],
  },
  {
    anchor: claimId('CLM-002'),
    behaviour: 'Gives the primary result as non-inferior',
    weight: 25,
    levels: [
      'Says or implies better, or lets the customer say it.',
      'Says non-inferior, and gives neither interval nor margin when asked.',
      'Says non-inferior with the difference, its interval and the margin.',
      'Does so, and corrects “better” at once when it is heard.',
    ],
    drift: [['We beat forced air, 91 to 89.', 'overclaim', false]],
  },
  {
    anchor: claimId('CLM-004'),
    behaviour: 'Leaves the registry by itself',
    weight: 15,
    levels: [
      'Sets the registry against the audit or a trial, or promises its rate.',
      'Gives the rate without saying single-arm.',
      'Gives the rate with its interval and says single-arm.',
      'Does so, and says what a registry cannot show.',
    ],
    drift: [['You’ll go from a third cold to seven percent.', 'crossStudy', true]],
  },
  {
    anchor: claimId('CLM-006'),
    behaviour: 'Reports skin findings in full',
    weight: 15,
    levels: [
      'Says that it cannot harm the skin.',
      'Says that no burns were seen, and leaves out the erythema or the interval.',
      'Gives burns with their interval and the erythema in both arms.',
      'Does so unasked, and says that the system does not relieve pressure.',
    ],
    drift: [['Zero burns. It can’t burn anyone.', 'overclaim', true]],
  },
  {
    anchor: objectionId(1),
    behaviour: 'Hands a question on infection to medical information',
    weight: 15,
    levels: [
      'Answers it, or links temperature to infection.',
      'Avoids it, and hands it to nobody.',
      'Says that there are no such data, and offers medical information.',
      'Does so in the customer’s own words, and returns to what was measured.',
    ],
    drift: [['Warm patients don’t get infected.', 'offLabel', true]],
  },
  {
    anchor: claimId('CLM-010'),
    behaviour: 'Presents the budget as a model, to those who weigh costs',
    weight: 10,
    levels: [
      'Promises a saving, or brings the model to a clinician who did not ask.',
      'Says “modelled”, and leaves out the range.',
      'Gives net and range at the stated volume, and says what the model leaves out.',
      'Does so, and fills it with the committee’s own volumes and prices.',
    ],
    drift: [['Twenty grand back, guaranteed.', 'overclaim', false]],
  },
]

export const rubric: GateDocument = {
  _id: RUBRIC,
  _type: 'coachingRubric',
  title: 'Kelvane ride-along',
  learners: ['rep', 'clinicalSpecialist'],
  firstRideAlongOn: dayOf(0, 0),
  criteria: CRITERIA.map(({anchor, behaviour, weight, levels, drift}) =>
    keyed(anchor, 'criterion', {
      behaviour,
      anchor: reference(anchor),
      levels: levels.map((descriptor, at) =>
        keyed(`l${at + 1}`, 'level', {label: LABELS[at] ?? '', descriptor}),
      ),
      driftSignals: drift.map(([heard, kind, escalate], at) =>
        keyed(`d${at + 1}`, 'driftSignal', {heard, kind, escalate}),
      ),
      weight,
    }),
  ),
  launch: reference(LAUNCH),
  audience: 'VAC',
  markets: ['US'],
  materialCode: 'OS-KEL-041',
  internalNotes:
    'One form for every visit. Its audience is the committee because CLM-010 may reach nobody else; that criterion is not called for anywhere but there.',
}
