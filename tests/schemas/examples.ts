import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {paragraph, reference, references} from '../../scripts/seed/build.ts'
import {claims} from '../../scripts/seed/claims.ts'
import {evidence} from '../../scripts/seed/evidence.ts'
import {indications, product} from '../../scripts/seed/product.ts'
import {fieldExamples} from './fieldExamples.ts'

/*
 * One valid document of every type that the demo launch lacks, resting on its claims; every list of references has one
 * member, so that taking it away empties the list.
 */
const quiet = references(['claim-008'])
const words = [paragraph('p1', [{words: '34 vs 49 dBA at 1 m', claim: 'CLM-008'}, '.'])]
const use = {
  launch: reference('example-launch'),
  audience: 'HCP',
  markets: ['US'],
  materialCode: 'OS-KEL-900',
}

const platform: readonly GateDocument[] = [
  {
    _id: 'example-proofPoint',
    _type: 'proofPoint',
    headline: '34 vs 49 dBA at 1 m',
    claim: reference('claim-008'),
    evidence: reference('evidence-4'),
    locator: {_type: 'locator', page: '6', table: '1'},
    metric: {endpoint: 'Sound pressure level at 1 m'},
  },
  {
    _id: 'example-objectionResponse',
    _type: 'objectionResponse',
    objection: 'Your own trial says no better. Why change?',
    persona: 'anaesthetist',
    claims: quiet,
    acknowledge: 'You have read it as it is: non-inferior is what was shown.',
    clarify: 'What would have to differ in your room for it to matter?',
    respond: words,
    confirm: 'Does that answer what you wanted to know?',
    referTo: 'none',
  },
  {
    _id: 'example-valueProposition',
    _type: 'valueProposition',
    audience: 'HCP',
    statement: 'On the bench, 34 vs 49 dBA at 1 m.',
    claims: quiet,
    proofPoints: references(['example-proofPoint']),
  },
  {
    _id: 'example-messagingPlatform',
    _type: 'messagingPlatform',
    title: 'Kelvane, first launch',
    product: reference('product-kelvane'),
    valuePropositions: references(['example-valueProposition']),
    pillars: [
      {
        _key: 'room',
        _type: 'pillar',
        title: 'The room',
        keyMessage: 'What differs is in the room.',
        claims: quiet,
        proofPoints: references(['example-proofPoint']),
      },
    ],
    objectionResponses: references(['example-objectionResponse']),
    owner: reference('person-owner'),
  },
]

const launch: readonly GateDocument[] = [
  {
    _id: 'example-launch',
    _type: 'launch',
    title: 'Kelvane, first launch',
    product: reference('product-kelvane'),
    platform: reference('example-messagingPlatform'),
    owner: reference('person-owner'),
    launchDate: '2027-01-11',
    windowDays: 90,
    markets: ['US'],
    targets: {messageConsistency: 80, readiness: 90},
  },
  {
    _id: 'example-brief',
    _type: 'brief',
    launch: reference('example-launch'),
    platform: reference('example-messagingPlatform'),
    contentLead: reference('person-author'),
    trainingLead: reference('person-training'),
    audience: 'HCP',
    objectives: ['Say what the device is cleared for.'],
    kickOff: {on: '2026-10-01', attendees: references(['person-author'])},
    agreed: [
      {
        _key: 'author',
        _type: 'agreement',
        person: reference('person-author'),
        fingerprint: 'v1-0',
        on: '2026-10-02T09:00:00Z',
      },
    ],
    deliverables: [{_key: 'deck', _type: 'reference', _weak: true, _ref: 'example-deck'}],
  },
]

const content: readonly GateDocument[] = [
  {
    _id: 'example-deckSlide',
    _type: 'deckSlide',
    kind: 'objection',
    headline: '“Why change?”',
    body: words,
    claims: quiet,
    objectionResponses: references(['example-objectionResponse']),
    ...use,
  },
  {
    _id: 'example-deck',
    _type: 'deck',
    title: 'Kelvane',
    slides: [{_key: 'risk', _type: 'deckEntry', slide: reference('slide-10'), use: 'core'}],
    ...use,
  },
  {
    _id: 'example-leaveBehind',
    _type: 'leaveBehind',
    title: 'Kelvane at a glance',
    sections: [{_key: 'sound', _type: 'section', heading: 'Sound', body: words, claims: quiet}],
    riskInformation: reference('product-kelvane'),
    ...use,
  },
  {
    _id: 'example-vacKit',
    _type: 'vacKit',
    title: 'Kelvane for the committee',
    sections: [{_key: 'use', _type: 'section', kind: 'improvement', body: words, claims: quiet}],
    objectionResponses: references(['example-objectionResponse']),
    riskInformation: reference('product-kelvane'),
    ...use,
    audience: 'VAC',
  },
]

const LEVELS = ['Not yet', 'Nearly', 'As approved', 'As approved, unasked']

const training: readonly GateDocument[] = [
  {
    _id: 'example-coachingRubric',
    _type: 'coachingRubric',
    title: 'First ride-along',
    learners: ['rep'],
    criteria: [
      {
        _key: 'sound',
        _type: 'criterion',
        behaviour: 'Says that it was measured on the bench',
        anchor: reference('claim-008'),
        levels: LEVELS.map((label, index) => ({
          _key: `l${index}`,
          _type: 'level',
          label,
          descriptor: `Level ${index + 1} as it is heard.`,
        })),
        driftSignals: [
          {_key: 'd', _type: 'driftSignal', heard: 'It makes no sound.', kind: 'overclaim'},
        ],
        weight: 100,
      },
    ],
    ...use,
  },
  {
    _id: 'example-lmsModule',
    _type: 'lmsModule',
    title: 'What differs in the room',
    brief: reference('example-brief'),
    learners: ['rep'],
    objectives: [
      {
        _key: 'sound',
        _type: 'learningObjective',
        verb: 'state',
        text: 'where the sound was measured',
        claims: quiet,
      },
    ],
    lessons: [{_key: 'sound', _type: 'lesson', title: 'Sound', body: words, claims: quiet}],
    practice: [
      {
        _key: 'slide',
        _type: 'practiceStep',
        asset: reference('slide-09'),
        scenario: 'An anaesthetist has read the trial.',
        objectionResponses: references(['example-objectionResponse']),
        scoredWith: reference('example-coachingRubric'),
      },
    ],
    assessment: [
      {
        _key: 'sound',
        _type: 'assessmentItem',
        stem: 'Where was the sound measured?',
        options: [
          {_key: 'a', _type: 'answerOption', text: 'On the bench', correct: true},
          {_key: 'b', _type: 'answerOption', text: 'In use', correct: false},
        ],
        claim: reference('claim-008'),
      },
    ],
    masteryScore: 0.8,
    moveOn: 'CompletedAndPassed',
    retrainOnChange: 'decide',
    ...use,
  },
]

/** Sources before what rests on them. */
export const newExamples: readonly GateDocument[] = [
  ...platform,
  ...launch,
  ...content,
  ...training,
  ...fieldExamples,
]

const seeded = [product, indications[0], evidence[0], claims[7]].filter(
  (document) => document !== undefined,
)

/** One valid document of every type but `person`. */
export const examples: readonly GateDocument[] = [...seeded, ...newExamples]
