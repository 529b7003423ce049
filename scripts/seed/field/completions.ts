import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {reference} from '../build.ts'
import {moduleId} from '../training/buildModule.ts'
import {createChance, dayOf, ofLaunch, TEAM, type Speaker} from './fieldTeam.ts'
import type {InForce} from './inForce.ts'

const MASTERY = 0.8
/** Whoever learned before this week learned the wording before the correction of E4. */
const CORRECTED_IN = 6

/** Who completed which module, in which form, and on which wording. */
export function completions(inForce: InForce): GateDocument[] {
  const chance = createChance(206)
  return TEAM.flatMap((speaker, at) => {
    // The last two joined late: they learned after the correction, and one has yet to be certified.
    const start = at < 12 ? at % 3 : CORRECTED_IN + (at % 3)
    const of = (number: number, kind: string, week: number): GateDocument =>
      completion(inForce, speaker, {number, kind, week, score: scored(chance())})
    return [
      of(1, 'elearning', start),
      of(2, 'elearning', start + 1),
      of(2, 'rolePlay', start + 2),
      ...(at === 13 ? [] : [of(1, 'certification', start + 2)]),
      // Four have learned the corrected wording as well.
      ...(at < 4 ? [of(2, 'elearning', CORRECTED_IN + 1 + (at % 2))] : []),
    ]
  })
}

/** From 0.72 to 1, in twentieths. */
const scored = (chance: number): number => Math.round((0.72 + 0.28 * chance) * 20) / 20

interface Result {
  number: number
  kind: string
  week: number
  score: number
}

function completion(
  {fingerprintOf, earlierFingerprintOf}: InForce,
  {repCode, speakerRole}: Speaker,
  {number, kind, week, score}: Result,
): GateDocument {
  const module = moduleId(number)
  return {
    _id: `completion-${repCode.toLowerCase()}-${number}-${kind.toLowerCase()}-${week}`,
    _type: 'completion',
    ...ofLaunch,
    module: reference(module),
    fingerprint: week < CORRECTED_IN ? earlierFingerprintOf(module) : fingerprintOf(module),
    repCode,
    speakerRole,
    kind,
    score,
    passed: score >= MASTERY,
    completedOn: dayOf(week, 3),
  }
}
