import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {claimId, reference, references} from '../build.ts'
import {stated, statementOf, type Claims} from './claimWords.ts'
import {capitalised, type Setting} from './settings.ts'
import {SHARED_CLAIM, topicOf} from './topics.ts'

/** Weakest first. */
const LEVELS: readonly [label: string, descriptor: string][] = [
  ['Not yet', 'Leaves it out, or says it in words that were not approved.'],
  ['Nearly', 'Gives the result, and leaves out what limits it.'],
  ['As approved', 'Gives the result and what limits it, in the approved words.'],
  ['Unasked', 'Does so before anybody asks, and shows the reference.'],
]

/** Share of the whole: the shared claim, and each of three others. */
const [SHARED_WEIGHT, OTHER_WEIGHT] = [40, 20]

export function seriesRubric(prefix: string, {audience, focus}: Setting): GateDocument {
  return {
    _id: `${prefix}-rubric`,
    _type: 'coachingRubric',
    title: `Ride-along with ${audience}`,
    learners: ['rep'],
    criteria: [SHARED_CLAIM, ...focus].map((code) => ({
      _key: claimId(code),
      _type: 'criterion',
      behaviour: `Keeps to the approved words on ${topicOf(code).name}`,
      anchor: reference(claimId(code)),
      levels: LEVELS.map(([label, descriptor], at) => ({
        _key: `l${at + 1}`,
        _type: 'level',
        label,
        descriptor,
      })),
      driftSignals: [{_key: 'd1', _type: 'driftSignal', ...topicOf(code).drift, escalate: false}],
      weight: code === SHARED_CLAIM ? SHARED_WEIGHT : OTHER_WEIGHT,
    })),
    audience: 'HCP',
    markets: ['US'],
  }
}

/** A module in which a deck is practised and scored with a rubric. */
export function seriesModule(
  prefix: string,
  {audience, focus}: Setting,
  claims: Claims,
  tools: {deck: GateDocument; rubric: GateDocument},
): GateDocument {
  const codes = [SHARED_CLAIM, ...focus]
  return {
    _id: `${prefix}-module`,
    _type: 'lmsModule',
    title: `In front of ${audience}`,
    learners: ['rep'],
    objectives: codes.map((code) => ({
      _key: claimId(code),
      _type: 'learningObjective',
      verb: 'state',
      text: `in approved words what may be said of ${topicOf(code).name}`,
      claims: references([claimId(code)]),
    })),
    lessons: codes.map((code) => ({
      _key: claimId(code),
      _type: 'lesson',
      title: capitalised(topicOf(code).name),
      body: stated(claims, [code]),
      claims: references([claimId(code)]),
    })),
    practice: [
      {
        _key: 'deck',
        _type: 'practiceStep',
        asset: reference(tools.deck._id),
        scenario: `Between two cases, ${audience} have a few minutes and a question of their own.`,
        scoredWith: reference(tools.rubric._id),
      },
    ],
    assessment: codes.map((code) => questionOn(code, claims)),
    masteryScore: 0.8,
    moveOn: 'CompletedAndPassed',
    retrainOnChange: 'decide',
    audience: 'HCP',
    markets: ['US'],
  }
}

function questionOn(code: string, claims: Claims): object {
  const {name, drift} = topicOf(code)
  const [right, wrong] = ['As approved.', 'Nothing that was approved says so.']
  return {
    _key: claimId(code),
    _type: 'assessmentItem',
    stem: `A customer asks about ${name}. Which of these may you say?`,
    options: [
      {
        _key: 'a',
        _type: 'answerOption',
        text: statementOf(claims, code),
        correct: true,
        feedback: right,
      },
      {_key: 'b', _type: 'answerOption', text: drift.heard, correct: false, feedback: wrong},
    ],
    claim: reference(claimId(code)),
  }
}
