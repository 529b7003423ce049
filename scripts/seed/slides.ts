import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {claims as allClaims} from './claims.ts'
import {claimId, objectionId, paragraphs, plain, reference, references, slideId} from './build.ts'
import type {Cited} from './build.ts'
import {citationsOf} from './citationsOf.ts'
import {LAUNCH} from './launch/launch.ts'
import {productRisks} from './product.ts'
import {risksOf} from './risksOf.ts'

interface Slide {
  number: number
  kind: string
  headline: string
  claims: readonly string[]
  objections?: readonly number[]
  body: readonly (readonly Cited[])[]
  speakerNotes: string
}

const SLIDES: readonly Slide[] = [
  {
    number: 1,
    kind: 'title',
    headline: 'Kelvane Underbody Warming System',
    claims: [],
    body: [
      ['For surgeons, anaesthetists and perioperative nurses.'],
      ['Rx only. See slide 10 for indications, contraindications and warnings.'],
    ],
    speakerNotes: 'Say who you are, and that everything you show has its reference on the slide.',
  },
  {
    number: 2,
    kind: 'unmetNeed',
    headline: '31% reached PACU below 36.0 °C',
    claims: ['CLM-012'],
    body: [
      [
        {words: '279 of 900 adults arrived below 36.0 °C (95% CI 28.1–34.1)', claim: 'CLM-012'},
        ', whatever method had warmed them.',
      ],
      [
        'Chart audit in three hospitals. It says how often it happens, not which device does better.',
      ],
    ],
    speakerNotes:
      'Ask what their own rate is. Never set this figure beside the registry’s on slide 6: they come from different studies.',
  },
  {
    number: 3,
    kind: 'message',
    headline: 'One pad before, during and after surgery',
    claims: ['CLM-001'],
    body: [
      [
        {
          words:
            '510(k) cleared to maintain normal body temperature in adults before, during and after surgery.',
          claim: 'CLM-001',
        },
      ],
      ['Rx only. Contraindications and warnings: slide 10.'],
    ],
    speakerNotes: 'Say “cleared”, never “approved”. Adults only.',
  },
  {
    number: 4,
    kind: 'evidence',
    headline: 'Non-inferior to forced air',
    claims: ['CLM-002'],
    body: [
      [
        {
          words:
            '36.4 °C in both arms at end of surgery; difference 0.02 °C (95% CI −0.06 to 0.10; margin −0.20; n=412).',
          claim: 'CLM-002',
        },
      ],
      ['KEL-101: randomised, assessor-blinded, two sites; prespecified non-inferiority margin.'],
    ],
    speakerNotes: 'Non-inferior is what was shown. If they hear “better”, correct it at once.',
  },
  {
    number: 5,
    kind: 'evidence',
    headline: '≥ 36.0 °C at end of surgery, both arms',
    claims: ['CLM-003'],
    body: [
      [
        {
          words: '91.3% (188/206) vs 89.3% (184/206); difference 1.9 points (95% CI −3.8 to 7.7).',
          claim: 'CLM-003',
        },
      ],
      ['Kelvane against forced-air warming. Not powered for superiority.'],
    ],
    speakerNotes: 'The interval includes no difference. Read it out.',
  },
  {
    number: 6,
    kind: 'evidence',
    headline: 'Registry: 93.0% at ≥ 36.0 °C',
    claims: ['CLM-004'],
    body: [
      [{words: '93.0% (1,161/1,248) on PACU arrival (95% CI 91.5–94.3)', claim: 'CLM-004'}, '.'],
    ],
    speakerNotes: 'One arm, many kinds of surgery. Do not compare it with slide 2.',
  },
  {
    number: 7,
    kind: 'evidence',
    headline: 'Prewarmed: a fall of 0.3, not 0.6 °C',
    claims: ['CLM-005'],
    body: [
      [
        {
          words:
            'With 20 minutes’ prewarming, temperature fell 0.3, not 0.6 °C, by 60 minutes after induction (difference −0.3; 95% CI −0.4 to −0.2; p<0.001; n=180).',
          claim: 'CLM-005',
        },
      ],
    ],
    speakerNotes:
      'Both arms were warmed during surgery; the twenty minutes before it were the difference.',
  },
  {
    number: 8,
    kind: 'evidence',
    headline: 'Skin safety in full',
    claims: ['CLM-006', 'CLM-007'],
    body: [
      [
        {
          words:
            'No device-related burns in 206 patients (95% CI 0–1.8%); mild erythema 1.5% (3/206) vs 1.0% (2/206).',
          claim: 'CLM-006',
        },
      ],
      [
        {
          words: 'Device-related skin events 0.7% (9/1,248; 95% CI 0.4–1.4), all mild.',
          claim: 'CLM-007',
        },
      ],
    ],
    speakerNotes:
      'Say the erythema before you are asked. “Zero burns” alone is not what the data say.',
  },
  {
    number: 9,
    kind: 'objection',
    headline: '“Your own trial says no better. Why change?”',
    claims: ['CLM-008', 'CLM-009', 'CLM-011'],
    objections: [4],
    body: [
      ['What differs is in the room. Kelvane against forced-air warming:'],
      [
        {words: '34 vs 49 dBA at 1 m (difference −15; 95% CI −16 to −14)', claim: 'CLM-008'},
        '. Bench; may not predict use.',
      ],
      [
        {
          words: 'Mean set-up 51 vs 94 seconds (difference −43; 95% CI −52 to −34; n=32)',
          claim: 'CLM-009',
        },
        '.',
      ],
      [
        {
          words:
            '34 vs 210 g of disposables a case (difference −176; 95% CI −178 to −174; n=30 each)',
          claim: 'CLM-011',
        },
        '.',
      ],
    ],
    speakerNotes:
      'Agree first, and go back to slide 4 for what the trial showed and what it did not. Then ask which of the three matters in their room.',
  },
  {
    number: 10,
    kind: 'riskInformation',
    headline: 'Indications, contraindications, warnings',
    claims: ['CLM-001'],
    body: [
      [
        {
          words:
            '510(k) cleared to maintain normal body temperature in adults before, during and after surgery.',
          claim: 'CLM-001',
        },
      ],
      ...plain(productRisks),
    ],
    speakerNotes: 'Never skip this slide.',
  },
]

export const slides: readonly GateDocument[] = SLIDES.map(
  ({number, kind, headline, claims, objections = [], body, speakerNotes}) => ({
    _id: slideId(number),
    _type: 'deckSlide',
    kind,
    headline,
    body: paragraphs([...body, ...beneath(kind, claims)]),
    claims: references(claims.map(claimId)),
    ...(objections.length > 0 ? {objectionResponses: references(objections.map(objectionId))} : {}),
    speakerNotes,
    launch: reference(LAUNCH),
    audience: 'HCP',
    markets: ['US'],
    materialCode: `OS-KEL-${String(number).padStart(3, '0')}`,
  }),
)

/**
 * What must stand beside a claim wherever it is made, as the claim says it, and then the references. A slide that gives
 * all risks of the product says none of them twice.
 */
function beneath(kind: string, codes: readonly string[]): string[][] {
  const risks = kind === 'riskInformation' ? [] : risksOf(codes)
  return plain([...qualifiersOf(codes), ...risks, ...citationsOf(codes)])
}

function qualifiersOf(codes: readonly string[]): string[] {
  return allClaims.flatMap(({code, qualifier}) =>
    typeof qualifier === 'string' && codes.some((each) => each === code) ? [qualifier] : [],
  )
}
