import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {claimId, evidenceId, reference} from '../build.ts'

interface Proof {
  id: string
  headline: string
  claim: string
  on: number
  locator: Record<string, string>
  /** Exactly as the evidence names it: its numbers are typed there once. */
  endpoint: string
  differentiation: string
}

const PROOFS: readonly Proof[] = [
  {
    id: 'temperature',
    headline: 'Non-inferior to forced air for core temperature at end of surgery (n=412).',
    claim: 'CLM-002',
    on: 1,
    locator: {page: '106', table: '2'},
    endpoint: 'Core temperature at end of surgery',
    differentiation:
      'Warming from beneath held core temperature as forced air did. Non-inferior is the whole of it: not better, and nothing beyond temperature.',
  },
  {
    id: 'prewarming',
    headline: 'Prewarmed: a fall of 0.3, not 0.6 °C',
    claim: 'CLM-005',
    on: 2,
    locator: {page: '237', table: '2'},
    endpoint: 'Fall of core temperature after induction',
    differentiation:
      'The comparison is of prewarming with none, not of two devices: the same pad warmed both arms during surgery.',
  },
  {
    id: 'registry',
    headline: '93.0% reached PACU at ≥ 36.0 °C (single-arm registry, n=1,248).',
    claim: 'CLM-004',
    on: 3,
    locator: {page: '21', figure: '1'},
    endpoint: 'Core temperature ≥ 36.0 °C',
    differentiation:
      'Routine practice beside the trials. Without a comparator it sets the product apart from nothing.',
  },
  {
    id: 'skin-trial',
    headline:
      'No device-related burns in 206 patients (95% CI 0–1.8%); mild erythema in both arms.',
    claim: 'CLM-006',
    on: 1,
    locator: {page: '109', table: '5'},
    endpoint: 'Device-related burns',
    differentiation:
      'Nothing sets it apart here: mild erythema was seen in both arms, and the claim gives both rates.',
  },
  {
    id: 'skin-registry',
    headline: 'Device-related skin events 0.7% (9/1,248; 95% CI 0.4–1.4), all mild.',
    claim: 'CLM-007',
    on: 3,
    locator: {page: '23', table: '4'},
    endpoint: 'Device-related skin events',
    differentiation: 'What a trial is too small to see. Single-arm: no comparison follows from it.',
  },
  {
    id: 'sound',
    headline: '34 vs 49 dBA at 1 m. Bench; may not predict use.',
    claim: 'CLM-008',
    on: 4,
    locator: {page: '6', table: '1'},
    endpoint: 'Sound pressure level at 1 m',
    differentiation:
      'There is no blower in the room. How much quieter a room becomes was not measured.',
  },
  {
    id: 'set-up',
    headline: 'Mean set-up 51 vs 94 seconds (n=32).',
    claim: 'CLM-009',
    on: 5,
    locator: {page: '11', table: '2'},
    endpoint: 'Mean set-up time',
    differentiation:
      'No hose and no blanket to lay. Simulated use after training; cleaning was not timed.',
  },
  {
    id: 'budget',
    headline: 'Modelled net $19,200 a year at 4,000 cases (range $9,600–$28,800).',
    claim: 'CLM-010',
    on: 6,
    locator: {page: '8', table: '4'},
    endpoint: 'Net',
    differentiation:
      'A cover costs less than a blanket at list prices. Under a contract the difference may be smaller, or none.',
  },
  {
    id: 'disposables',
    headline: '34 vs 210 g of disposables a case (n=30 each).',
    claim: 'CLM-011',
    on: 7,
    locator: {page: '3', table: '1'},
    endpoint: 'Disposables a case',
    differentiation:
      'The pad is used again; the cover alone is thrown away. Weighed, and nothing said of the climate.',
  },
]

export const proofPointId = (id: string): string => `proof-${id}`

export const proofPoints: readonly GateDocument[] = PROOFS.map(
  ({id, headline, claim, on, locator, endpoint, differentiation}) => ({
    _id: proofPointId(id),
    _type: 'proofPoint',
    headline,
    claim: reference(claimId(claim)),
    evidence: reference(evidenceId(on)),
    locator: {_type: 'locator', ...locator},
    metric: {endpoint},
    differentiation,
  }),
)
