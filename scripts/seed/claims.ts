import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {claimId, dayFromToday, evidenceId, reference, references} from './build.ts'
import {indications, product} from './product.ts'

interface Claim {
  code: string
  category: string
  statement: string
  qualifier?: string
  footnote?: string
  variations?: readonly string[]
  rests: readonly {on: number; locator: Record<string, string>}[]
  audiences: readonly string[]
  labelStatus: 'onLabel' | 'consistentWithLabel'
  rationale?: string
  ifuLocator: string
  riskInformation?: string
  expiresOn?: string
}

const CLINICAL = ['HCP', 'VAC']
const ALL = [...CLINICAL, 'GPO', 'payer']
const CONSISTENT =
  'The measure is of body temperature, or of using the device as labelled, in the cleared population; nothing is said of outcomes beyond the label.'

const CLAIMS: readonly Claim[] = [
  {
    code: 'CLM-001',
    category: 'indication',
    statement:
      '510(k) cleared to maintain normal body temperature in adults before, during and after surgery.',
    variations: ['One pad before, during and after surgery'],
    rests: [
      {
        on: 9,
        locator: {
          page: '4',
          quote: 'to maintain normal body temperature in adults before, during and after surgery',
        },
      },
    ],
    audiences: ALL,
    labelStatus: 'onLabel',
    ifuLocator: 'Section 1, Intended use',
    riskInformation: 'Do not apply heat distal to arterial cross-clamping.',
  },
  {
    code: 'CLM-002',
    category: 'comparative',
    statement:
      'Non-inferior to forced air for core temperature at end of surgery: 36.4 °C in both arms; difference 0.02 °C (95% CI −0.06 to 0.10; margin −0.20; n=412).',
    qualifier:
      'Non-inferiority only; the trial was not powered for superiority or for clinical outcomes.',
    footnote: 'Means; intention to treat. The whole interval lies above the margin.',
    variations: [
      'Non-inferior to forced air for core temperature at end of surgery (n=412).',
      'Non-inferior to forced air',
    ],
    rests: [{on: 1, locator: {page: '106', table: '2'}}],
    audiences: CLINICAL,
    labelStatus: 'consistentWithLabel',
    rationale: CONSISTENT,
    ifuLocator: 'Section 1, Intended use',
  },
  {
    code: 'CLM-003',
    category: 'comparative',
    statement:
      '≥ 36.0 °C at end of surgery: 91.3% (188/206) vs 89.3% (184/206); difference 1.9 points (95% CI −3.8 to 7.7). Not powered for superiority.',
    qualifier: 'Secondary endpoint. The interval includes no difference.',
    footnote: 'Kelvane vs forced-air warming; intention to treat.',
    variations: ['≥ 36.0 °C at end of surgery, both arms'],
    rests: [{on: 1, locator: {page: '107', table: '3'}}],
    audiences: CLINICAL,
    labelStatus: 'consistentWithLabel',
    rationale: CONSISTENT,
    ifuLocator: 'Section 1, Intended use',
  },
  {
    code: 'CLM-004',
    category: 'efficacy',
    statement: '93.0% (1,161/1,248) ≥ 36.0 °C on PACU arrival (95% CI 91.5–94.3); single-arm.',
    qualifier: 'Single-arm registry; no comparator.',
    footnote:
      'All enrolled; one reading of core temperature on arrival. PACU: post-anaesthesia care unit.',
    variations: [
      '93.0% reached PACU at ≥ 36.0 °C (single-arm registry, n=1,248).',
      'Registry: 93.0% at ≥ 36.0 °C',
    ],
    rests: [{on: 3, locator: {page: '21', figure: '1'}}],
    audiences: CLINICAL,
    labelStatus: 'consistentWithLabel',
    rationale: CONSISTENT,
    ifuLocator: 'Section 1, Intended use',
  },
  {
    code: 'CLM-005',
    category: 'efficacy',
    statement:
      'With 20 minutes’ prewarming, temperature fell 0.3, not 0.6 °C, by 60 minutes after induction (difference −0.3; 95% CI −0.4 to −0.2; p<0.001; n=180).',
    qualifier: 'Single site; temperature only. Both arms were warmed during surgery.',
    footnote: 'Prewarmed vs not prewarmed; intention to treat.',
    variations: ['Prewarmed: a fall of 0.3, not 0.6 °C'],
    rests: [{on: 2, locator: {page: '237', table: '2'}}],
    audiences: CLINICAL,
    labelStatus: 'consistentWithLabel',
    rationale: CONSISTENT,
    ifuLocator: 'Section 5.2, Warming before surgery',
  },
  {
    code: 'CLM-006',
    category: 'safety',
    statement:
      'No device-related burns in 206 patients (95% CI 0–1.8%); mild erythema 1.5% (3/206) vs 1.0% (2/206).',
    qualifier: 'None seen is not none possible: the interval reaches 1.8%.',
    footnote:
      'Kelvane vs forced-air warming; the interval for burns is of the Kelvane arm, followed to discharge from the PACU.',
    variations: [
      'No device-related burns in 206 patients (95% CI 0–1.8%); mild erythema in both arms.',
    ],
    rests: [{on: 1, locator: {page: '109', table: '5'}}],
    audiences: CLINICAL,
    labelStatus: 'consistentWithLabel',
    rationale: CONSISTENT,
    ifuLocator: 'Section 3, Warnings',
    riskInformation:
      'Check the skin at the pressure points before, during and after warming. The system does not relieve pressure.',
  },
  {
    code: 'CLM-007',
    category: 'safety',
    statement: 'Device-related skin events 0.7% (9/1,248; 95% CI 0.4–1.4), all mild.',
    qualifier: 'Single-arm registry.',
    footnote: 'Seen until discharge from hospital and judged by the treating team.',
    rests: [{on: 3, locator: {page: '23', table: '4'}}],
    audiences: CLINICAL,
    labelStatus: 'consistentWithLabel',
    rationale: CONSISTENT,
    ifuLocator: 'Section 3, Warnings',
    riskInformation:
      'Check the skin at the pressure points before, during and after warming. The system does not relieve pressure.',
  },
  {
    code: 'CLM-008',
    category: 'performance',
    statement:
      '34 vs 49 dBA at 1 m (difference −15; 95% CI −16 to −14). Bench; may not predict use.',
    footnote: 'Kelvane controller vs forced-air blower; means of five units each.',
    variations: ['34 vs 49 dBA at 1 m. Bench; may not predict use.'],
    rests: [{on: 4, locator: {page: '6', table: '1'}}],
    audiences: ALL,
    labelStatus: 'consistentWithLabel',
    rationale: 'A property of the device, measured on the bench and said to be so.',
    ifuLocator: 'Section 9, Technical data',
  },
  {
    code: 'CLM-009',
    category: 'usability',
    statement: 'Mean set-up 51 vs 94 seconds (difference −43; 95% CI −52 to −34; n=32).',
    qualifier: 'Simulated use by trained nurses.',
    footnote: 'Kelvane vs forced-air warming; every nurse set up both.',
    variations: ['Mean set-up 51 vs 94 seconds (n=32).'],
    rests: [{on: 5, locator: {page: '11', table: '2'}}],
    audiences: ALL,
    labelStatus: 'consistentWithLabel',
    rationale: CONSISTENT,
    ifuLocator: 'Section 4, Setting up',
  },
  {
    code: 'CLM-010',
    category: 'economic',
    statement:
      'At 4,000 cases: modelled net $19,200 a year (range $9,600–$28,800): covers $2.10 vs $11.40 save $37,200, less $18,000 equipment; comparator ± $2.40.',
    qualifier: 'A model, not a promise: enter the hospital’s own volumes and prices.',
    footnote: 'Kelvane vs forced-air warming; list prices, no clinical outcomes.',
    variations: ['Modelled net $19,200 a year at 4,000 cases (range $9,600–$28,800).'],
    rests: [{on: 6, locator: {page: '8', table: '4'}}],
    audiences: ['VAC', 'payer', 'GPO'],
    labelStatus: 'consistentWithLabel',
    rationale: 'Costs of using the device as labelled.',
    ifuLocator: 'Section 1, Intended use',
    expiresOn: dayFromToday(24),
  },
  {
    code: 'CLM-011',
    category: 'sustainability',
    statement:
      '34 vs 210 g of disposables a case (difference −176; 95% CI −178 to −174; n=30 each).',
    qualifier: 'Mass only; not a life-cycle assessment.',
    footnote: 'Kelvane vs forced-air warming; covers, blankets and packaging.',
    variations: ['34 vs 210 g of disposables a case (n=30 each).'],
    rests: [{on: 7, locator: {page: '3', table: '1'}}],
    audiences: ALL,
    labelStatus: 'consistentWithLabel',
    rationale: 'A property of the disposables, weighed.',
    ifuLocator: 'Section 4, Setting up',
  },
  {
    code: 'CLM-012',
    category: 'diseaseState',
    statement: '31% (279/900) of adults reached PACU below 36.0 °C (95% CI 28.1–34.1).',
    qualifier: 'Chart audit, mixed warming methods.',
    footnote: 'PACU: post-anaesthesia care unit.',
    variations: ['31% reached PACU below 36.0 °C'],
    rests: [{on: 8, locator: {page: '143', table: '2'}}],
    audiences: CLINICAL,
    labelStatus: 'consistentWithLabel',
    rationale: 'States how often the condition occurs; names no device.',
    ifuLocator: 'Section 1, Intended use',
  },
]

export const claims: readonly GateDocument[] = CLAIMS.map((claim) => ({
  _id: claimId(claim.code),
  _type: 'claim',
  code: claim.code,
  statement: claim.statement,
  ...(claim.qualifier ? {qualifier: claim.qualifier} : {}),
  ...(claim.footnote ? {footnote: claim.footnote} : {}),
  ...(claim.variations ? {variations: [...claim.variations]} : {}),
  category: claim.category,
  product: reference(product._id),
  indications: references(indications.map(({_id}) => _id)),
  substantiation: claim.rests.map(({on, locator}) => ({
    _key: evidenceId(on),
    _type: 'substantiation',
    evidence: reference(evidenceId(on)),
    locator: {_type: 'locator', ...locator},
  })),
  ...(claim.riskInformation ? {riskInformation: claim.riskInformation} : {}),
  audiences: [...claim.audiences],
  authorizations: [
    {
      _key: 'us',
      _type: 'authorization',
      market: 'US',
      labelStatus: claim.labelStatus,
      ...(claim.rationale ? {rationale: claim.rationale} : {}),
      ifuLocator: claim.ifuLocator,
    },
  ],
  ...(claim.expiresOn ? {expiresOn: claim.expiresOn} : {}),
}))

const published = claims.find(({code}) => code === 'CLM-004')

/** More patients were enrolled and the rate falls: a material change that is waiting to be reviewed. */
export const claimDraft: GateDocument = {
  ...published,
  _id: claimId('CLM-004'),
  _type: 'claim',
  statement: '92.0% (1,483/1,612) ≥ 36.0 °C on PACU arrival (95% CI 90.6–93.2); single-arm.',
  variations: [
    '92.0% reached PACU at ≥ 36.0 °C (single-arm registry, n=1,612).',
    'Registry: 92.0% at ≥ 36.0 °C',
  ],
  internalNotes:
    'Registry update: 364 more patients. The rate falls by one point; every asset that says 93.0% must follow. KEL-REG is to be amended before anybody signs.',
}
