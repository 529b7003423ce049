import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {
  claimId,
  keyed,
  objectionId,
  paragraphs,
  reference,
  references,
  type Cited,
} from '../build.ts'
import {BRIEF, LAUNCH} from '../launch/launch.ts'
import {RUBRIC} from './rubric.ts'

export interface ModulePlan {
  number: number
  title: string
  audience: 'HCP' | 'VAC'
  learners: readonly string[]
  durationMinutes: number
  objectives: readonly {verb: string; text: string; claims: readonly string[]}[]
  lessons: readonly {
    title: string
    claims: readonly string[]
    body: readonly (readonly Cited[])[]
  }[]
  /** With the very things that reps carry. */
  practice: readonly {asset: string; scenario: string; objections?: readonly number[]}[]
  questions: readonly Question[]
}

interface Question {
  claim: string
  stem: string
  /** Each with what the learner reads after choosing it. */
  right: readonly [text: string, feedback: string]
  wrong: readonly (readonly [text: string, feedback: string])[]
}

export const moduleId = (number: number): string => `module-${number}`

/** A module of the launch; each lesson and question under a key that stays with it. */
export function buildModule(plan: ModulePlan): GateDocument {
  const {number, title, audience, learners, durationMinutes} = plan
  return {
    _id: moduleId(number),
    _type: 'lmsModule',
    brief: reference(BRIEF),
    title,
    version: '1.0',
    lmsId: `KEL-M${number}`,
    durationMinutes,
    retrainOnChange: 'decide',
    learners: [...learners],
    objectives: plan.objectives.map(({verb, text, claims}, at) =>
      keyed(`o${at + 1}`, 'learningObjective', {
        verb,
        text,
        claims: references(claims.map(claimId)),
      }),
    ),
    lessons: plan.lessons.map(({title: name, claims, body}, at) =>
      keyed(`l${at + 1}`, 'lesson', {
        title: name,
        body: paragraphs(body),
        claims: references(claims.map(claimId)),
      }),
    ),
    practice: plan.practice.map(({asset, scenario, objections = []}, at) =>
      keyed(`p${at + 1}`, 'practiceStep', {
        asset: reference(asset),
        scenario,
        ...(objections.length > 0
          ? {objectionResponses: references(objections.map(objectionId))}
          : {}),
        scoredWith: reference(RUBRIC),
      }),
    ),
    assessment: plan.questions.map(assessmentItem),
    masteryScore: 0.8,
    moveOn: 'CompletedAndPassed',
    launch: reference(LAUNCH),
    audience,
    markets: ['US'],
    materialCode: `OS-KEL-03${number}`,
  }
}

/** The right answer does not always stand first. */
function assessmentItem({claim, stem, right, wrong}: Question, at: number): object {
  const answers = wrong.map((answer) => ({answer, correct: false}))
  answers.splice(at % (answers.length + 1), 0, {answer: right, correct: true})
  return keyed(`q${at + 1}`, 'assessmentItem', {
    stem,
    options: answers.map(({answer: [text, feedback], correct}, place) =>
      keyed(`a${place + 1}`, 'answerOption', {text, correct, feedback}),
    ),
    claim: reference(claimId(claim)),
  })
}
