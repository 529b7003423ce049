import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {claimId, keyed, paragraphs, plain, reference, references, type Cited} from '../build.ts'
import {citationsOf} from '../citationsOf.ts'
import {LAUNCH} from '../launch/launch.ts'
import {product} from '../product.ts'
import {risksOf} from '../risksOf.ts'

export const LEAVE_BEHIND = 'leave-behind-kelvane'

interface Section {
  key: string
  heading: string
  claims: readonly string[]
  body: readonly (readonly Cited[])[]
}

const SECTIONS: readonly Section[] = [
  {
    key: 'indication',
    heading: 'One pad before, during and after surgery',
    claims: ['CLM-001'],
    body: [
      [
        {
          words:
            '510(k) cleared to maintain normal body temperature in adults before, during and after surgery.',
          claim: 'CLM-001',
        },
        ' Rx only.',
      ],
    ],
  },
  {
    key: 'temperature',
    heading: 'Non-inferior to forced air',
    claims: ['CLM-002'],
    body: [
      [
        {
          words:
            'Non-inferior to forced air for core temperature at end of surgery: 36.4 °C in both arms; difference 0.02 °C (95% CI −0.06 to 0.10; margin −0.20; n=412).',
          claim: 'CLM-002',
        },
      ],
      ['Non-inferiority only; the trial was not powered for superiority or for clinical outcomes.'],
    ],
  },
  {
    key: 'skin',
    heading: 'Skin safety in full',
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
    key: 'room',
    heading: 'What differs in the room',
    claims: ['CLM-008', 'CLM-009'],
    body: [
      ['Kelvane against forced-air warming, in this order.'],
      [
        {
          words: '34 vs 49 dBA at 1 m (difference −15; 95% CI −16 to −14)',
          claim: 'CLM-008',
        },
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
]

/** As it would read today; what is out was printed before the correction of E4. */
export const leaveBehind: GateDocument = {
  _id: LEAVE_BEHIND,
  _type: 'leaveBehind',
  title: 'Kelvane at a glance',
  sections: SECTIONS.map(({key, heading, claims, body}) =>
    keyed(key, 'section', {
      heading,
      body: paragraphs([...body, ...plain([...risksOf(claims), ...citationsOf(claims)])]),
      claims: references(claims.map(claimId)),
    }),
  ),
  riskInformation: reference(product._id),
  launch: reference(LAUNCH),
  audience: 'HCP',
  markets: ['US'],
  materialCode: 'OS-KEL-021',
}
