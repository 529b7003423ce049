import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {claimId, keyed, objectionId, reference} from '../build.ts'
import {WEEKS} from '../launch/launch.ts'
import {RUBRIC} from '../training/rubric.ts'
import {createChance, dayOf, ofLaunch, pick, TEAM} from './fieldTeam.ts'
import {HEARD, OFF_PLATFORM} from './heard.ts'
import type {InForce} from './inForce.ts'

const SOURCES = ['rideAlong', 'rideAlong', 'rideAlong', 'callReview', 'customerFeedback']
const ACCOUNTS = [
  'academicHospital',
  'communityHospital',
  'communityHospital',
  'specialtyHospital',
  'ambulatorySurgeryCenter',
  'healthSystem',
]
const ANCHORS = [...['CLM-001', 'CLM-002', 'CLM-004', 'CLM-006'].map(claimId), objectionId(1)]
const BUDGET = claimId('CLM-010')
const [COMPARISON, LAST_WEEKS] = [claimId('CLM-002'), 8]

type Outcome = 'delivered' | 'paraphrased' | 'overstated' | 'altered' | 'omitted' | 'notCalledFor'

const LEVELS: Readonly<Partial<Record<Outcome, readonly string[]>>> = {
  delivered: ['As approved', 'As approved', 'As approved, unasked'],
  paraphrased: ['Partly', 'As approved'],
  overstated: ['Off the message'],
  altered: ['Off the message'],
  omitted: ['Off the message', 'Partly'],
}

/** Twelve weeks of what coaches and customers told: better with practice, but for the comparison, which slips again. */
export function observations(inForce: InForce): GateDocument[] {
  const chance = createChance(36_400)
  return Array.from({length: WEEKS}, (_, week) =>
    SOURCES.map((source, at) => observation(inForce, chance, {week, source, at})),
  ).flat()
}

interface Occasion {
  week: number
  source: string
  at: number
}

function observation(
  inForce: InForce,
  chance: () => number,
  {week, source, at}: Occasion,
): GateDocument {
  const number = week * SOURCES.length + at + 1
  const isCustomer = source === 'customerFeedback'
  const {repCode, speakerRole} = pick(TEAM, chance())
  const due = isCustomer ? ANCHORS.slice(0, 3) : [...ANCHORS, BUDGET]
  return {
    _id: `observation-${String(number).padStart(3, '0')}`,
    _type: 'fieldObservation',
    ...ofLaunch,
    source,
    observedOn: dayOf(week, at),
    repCode,
    speakerRole,
    accountType: pick(ACCOUNTS, chance()),
    ...(isCustomer ? {} : {rubric: reference(RUBRIC)}),
    ...carried(inForce, chance),
    messages: due.map((anchor) =>
      keyed(anchor, 'observedMessage', {
        anchor: reference(anchor),
        fingerprint: inForce.fingerprintOf(anchor),
        ...(isCustomer ? remembered(chance) : heard(anchor, week, chance)),
      }),
    ),
    ...(chance() < 0.3
      ? {offPlatform: [keyed('o1', 'offPlatformPhrase', {said: pick(OFF_PLATFORM, chance())})]}
      : {}),
    ...complaint(number, dayOf(week, at)),
  }
}

/** Most carry a copy with its code; now and then somebody has written on it. */
function carried({codes}: InForce, chance: () => number): object {
  const [shown, modified] = [chance(), chance()]
  const code = shown < 0.6 ? codes.deck : shown < 0.85 ? codes.leaveBehind : undefined
  return code === undefined ? {} : {copyCarried: {code, modified: modified < 0.12}}
}

function heard(anchor: string, week: number, chance: () => number): object {
  const outcome = outcomeOf(anchor, week, chance())
  const [words, level, isNoted] = [chance(), chance(), chance() < 0.4]
  const levels = LEVELS[outcome]
  return {
    outcome,
    ...(levels ? {level: pick(levels, level)} : {}),
    ...verbatim(anchor, outcome, words, isNoted),
  }
}

/** Drift is always written down in its words; what went well only now and then. */
function verbatim(anchor: string, outcome: Outcome, words: number, isNoted: boolean): object {
  if (outcome === 'omitted' || outcome === 'notCalledFor') return {}
  const isDrift = outcome === 'overstated' || outcome === 'altered'
  const said = HEARD[anchor]?.[outcome]
  return said && (isDrift || isNoted) ? {verbatim: pick(said, words)} : {}
}

/** The kit that carries the budget claim is not out: who says it all the same says it in words of their own. */
const ofBudget = (chance: number): Outcome =>
  chance < 0.88 ? 'notCalledFor' : chance < 0.97 ? 'overstated' : 'altered'

function outcomeOf(anchor: string, week: number, chance: number): Outcome {
  if (anchor === BUDGET) return ofBudget(chance)
  const learned = week / WEEKS
  const isSlipping = anchor === COMPARISON && week >= LAST_WEEKS
  const shares: readonly [Outcome, number][] = [
    ['notCalledFor', 0.12],
    ['overstated', isSlipping ? 0.3 : 0.14 - 0.09 * learned],
    ['altered', 0.07 - 0.03 * learned],
    ['omitted', 0.12 - 0.06 * learned],
    ['paraphrased', 0.16],
  ]
  let below = 0
  const found = shares.find(([, share]) => chance < (below += share))
  return found?.[0] ?? 'delivered'
}

const remembered = (chance: () => number): object => ({
  recall: pick(['unaided', 'unaided', 'aided', 'aided', 'aided', 'wrong', 'none'], chance()),
})

/** What was forwarded to the complaint unit, with the numbers that it gave; by observation. */
const COMPLAINTS: ReadonlyMap<number, string> = new Map([
  [23, 'OS-CU-0031'],
  [57, 'OS-CU-0047'],
])

function complaint(place: number, on: string): object {
  const number = COMPLAINTS.get(place)
  return number === undefined ? {} : {possibleComplaint: {yes: true, forwardedOn: on, number}}
}
