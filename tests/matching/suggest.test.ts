import {describe, expect, it, test} from 'vitest'
import {createClaimIndex} from '../../studio/matching/createClaimIndex.ts'
import {demoClaims} from './demoClaims.ts'

const {suggest} = createClaimIndex(demoClaims)
const first = (statement: string) => {
  const [found] = suggest(statement)
  return found && {code: found.claim.code, verdict: found.verdict}
}

describe('approved words', () => {
  it.each(demoClaims)('$code in its own words is the same, and nothing else', (claim) => {
    expect(suggest(claim.statement)).toEqual([{claim, score: 1, verdict: 'same'}])
  })

  it.each(demoClaims.flatMap((claim) => claim.variations.map((words) => ({claim, words}))))(
    '$words is a variation',
    ({claim, words}) => {
      expect(suggest(words)[0]).toEqual({claim, score: 1, verdict: 'variation'})
    },
  )

  it.each([
    ['93.0% (1161/1248) >= 36.0°C on PACU arrival (95% CI 91.5-94.3); single-arm', 'typing'],
    [
      '“93.0% (1,161/1,248) ≥ 36.0 °C on PACU Arrival (95 % CI 91.5 to 94.3); single arm”',
      'typing',
    ],
  ])('%s differs in nothing but the %s', (statement) => {
    expect(first(statement)).toEqual({code: 'CLM-004', verdict: 'same'})
  })
})

describe('numbers', () => {
  it.each([
    ['91.3% reached PACU at ≥ 36.0 °C (single-arm registry, n=1,248).', 'CLM-004'],
    ['92.0% (1,483/1,612) ≥ 36.0 °C on PACU arrival (95% CI 90.6–93.2); single-arm.', 'CLM-004'],
    ['93% (1,161/1,248) ≥ 36.0 °C on PACU arrival (95% CI 91.5–94.3); single-arm.', 'CLM-004'],
    ['93.0% (1,161/1,248) ≤ 36.0 °C on PACU arrival (95% CI 91.5–94.3); single-arm.', 'CLM-004'],
    [
      '34 vs 49 dBA at 1 m (difference 15; 95% CI −16 to −14). Bench; may not predict use.',
      'CLM-008',
    ],
    ['35% of adults reached PACU below 36.0 °C', 'CLM-012'],
    ['91.3% (188/206) vs 89.3% (184/206)', 'CLM-003'],
  ])('%s is not the same as %s', (statement, code) => {
    expect(first(statement)).toEqual({code, verdict: 'differs'})
  })

  it('tells the trial from the registry by its number', () => {
    expect(first('91.3% at ≥ 36.0 °C, both arms, at end of surgery')?.code).toBe('CLM-003')
    expect(first('93.0% at ≥ 36.0 °C in the registry')?.code).toBe('CLM-004')
  })
})

test.each([
  ['Nearly a third (31%) of adults arrive in the PACU below 36.0 °C', 'CLM-012'],
  ['Set-up takes 51 seconds on average against 94 seconds', 'CLM-009'],
  ['Superior to forced air for core temperature at end of surgery', 'CLM-002'],
  ['Prewarming for 20 minutes halves the drop in temperature after induction', 'CLM-005'],
  ['less waste: 34 g against 210 g of disposables per case', 'CLM-011'],
  ['Saves $19,200 a year at 4,000 cases', 'CLM-010'],
  ['Zero device-related burns in 206 patients', 'CLM-006'],
])('%s speaks of %s in other words', (statement, code) => {
  expect(first(statement)).toEqual({code, verdict: 'differs'})
})

test('what only comes near a claim is said to', () => {
  expect(first('Better than forced air')).toEqual({code: 'CLM-002', verdict: 'related'})
})

test.each([
  '',
  '—',
  '36.0 °C',
  'surgery',
  'Rx only',
  'Ask what their own rate is.',
  'For surgeons, anaesthetists and perioperative nurses.',
  'Reduces surgical site infections by 40%',
  'Our sales team grew by 12% last year',
  'Patients prefer the mattress',
  'Adult patients undergoing surgery should be kept warm',
  'The conference starts at nine o’clock in Hall 3.',
])('of “%s” nothing is said', (statement) => {
  expect(suggest(statement)).toEqual([])
})

test('no more are named than are asked for, surest first', () => {
  const found = suggest('Core temperature at end of surgery', 2)
  expect(found.length).toBeLessThanOrEqual(2)
  expect(found.map(({score}) => score)).toEqual(
    found.map(({score}) => score).toSorted((a, b) => b - a),
  )
})
