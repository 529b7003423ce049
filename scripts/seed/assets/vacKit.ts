import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {
  claimId,
  keyed,
  objectionId,
  paragraphs,
  plain,
  reference,
  references,
  type Cited,
} from '../build.ts'
import {citationsOf} from '../citationsOf.ts'
import {LAUNCH} from '../launch/launch.ts'
import {product} from '../product.ts'
import {risksOf} from '../risksOf.ts'

export const VAC_KIT = 'vac-kit-kelvane'

interface Section {
  kind: string
  claims: readonly string[]
  body: readonly (readonly Cited[])[]
}

const SECTIONS: readonly Section[] = [
  {
    kind: 'clinicalUse',
    claims: ['CLM-002', 'CLM-003', 'CLM-005'],
    body: [
      [
        {
          words:
            'Non-inferior to forced air for core temperature at end of surgery: 36.4 °C in both arms; difference 0.02 °C (95% CI −0.06 to 0.10; margin −0.20; n=412).',
          claim: 'CLM-002',
        },
        ' Non-inferiority only; the trial was not powered for superiority or for clinical outcomes.',
      ],
      [
        'Kelvane against forced-air warming: ',
        {
          words:
            '≥ 36.0 °C at end of surgery: 91.3% (188/206) vs 89.3% (184/206); difference 1.9 points (95% CI −3.8 to 7.7). Not powered for superiority.',
          claim: 'CLM-003',
        },
        ' Secondary endpoint. The interval includes no difference.',
      ],
      [
        {
          words:
            'With 20 minutes’ prewarming, temperature fell 0.3, not 0.6 °C, by 60 minutes after induction (difference −0.3; 95% CI −0.4 to −0.2; p<0.001; n=180).',
          claim: 'CLM-005',
        },
        ' Single site; temperature only. Both arms were warmed during surgery.',
      ],
    ],
  },
  {
    kind: 'safety',
    claims: ['CLM-006', 'CLM-007'],
    body: [
      [
        {
          words:
            'No device-related burns in 206 patients (95% CI 0–1.8%); mild erythema 1.5% (3/206) vs 1.0% (2/206).',
          claim: 'CLM-006',
        },
        ' None seen is not none possible: the interval reaches 1.8%.',
      ],
      [
        {
          words: 'Device-related skin events 0.7% (9/1,248; 95% CI 0.4–1.4), all mild.',
          claim: 'CLM-007',
        },
        ' Single-arm registry.',
      ],
    ],
  },
  {
    kind: 'improvement',
    claims: ['CLM-008', 'CLM-009'],
    body: [
      ['Kelvane against forced-air warming, in this order.'],
      [
        {words: '34 vs 49 dBA at 1 m (difference −15; 95% CI −16 to −14)', claim: 'CLM-008'},
        '. Bench; may not predict use.',
      ],
      [
        {
          words: 'Mean set-up 51 vs 94 seconds (difference −43; 95% CI −52 to −34; n=32).',
          claim: 'CLM-009',
        },
        ' Simulated use by trained nurses.',
      ],
    ],
  },
  {
    kind: 'regulatory',
    claims: ['CLM-001'],
    body: [
      [
        'Class II, Rx only. ',
        {
          words:
            '510(k) cleared to maintain normal body temperature in adults before, during and after surgery.',
          claim: 'CLM-001',
        },
      ],
    ],
  },
  {
    kind: 'costAndRoi',
    claims: ['CLM-010'],
    body: [
      [
        {
          words:
            'At 4,000 cases: modelled net $19,200 a year (range $9,600–$28,800): covers $2.10 vs $11.40 save $37,200, less $18,000 equipment; comparator ± $2.40.',
          claim: 'CLM-010',
        },
      ],
      [
        'A model, not a promise: enter the hospital’s own volumes and prices. List prices; no clinical outcomes are counted.',
      ],
    ],
  },
  {
    kind: 'service',
    claims: ['CLM-009'],
    body: [
      [
        'Set-up, as nurses did it in simulated use: ',
        {words: 'mean set-up 51 vs 94 seconds (n=32)', claim: 'CLM-009'},
        '. Agree on the training of the nurses with your representative before the first case.',
      ],
      [
        'The pad is wiped after every case as section 6 of the instructions for use says; cleaning time was not measured. A pad whose surface is cut, punctured or worn is taken out of use.',
      ],
    ],
  },
  {
    kind: 'sustainability',
    claims: ['CLM-011'],
    body: [
      [
        'Kelvane against forced-air warming: ',
        {
          words:
            '34 vs 210 g of disposables a case (difference −176; 95% CI −178 to −174; n=30 each).',
          claim: 'CLM-011',
        },
        ' Mass only; not a life-cycle assessment.',
      ],
    ],
  },
]

export const vacKit: GateDocument = {
  _id: VAC_KIT,
  _type: 'vacKit',
  title: 'Kelvane: a kit for the value analysis committee',
  sections: SECTIONS.map(({kind, claims, body}) =>
    keyed(kind, 'section', {
      kind,
      body: paragraphs([...body, ...plain([...risksOf(claims), ...citationsOf(claims)])]),
      claims: references(claims.map(claimId)),
    }),
  ),
  objectionResponses: references([2, 3].map(objectionId)),
  riskInformation: reference(product._id),
  launch: reference(LAUNCH),
  audience: 'VAC',
  markets: ['US'],
  materialCode: 'OS-KEL-022',
}
