import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {reference} from '../../scripts/seed/build.ts'

/** A fingerprint as it is written, of nothing in particular. */
const FINGERPRINT = `v1-${'0'.repeat(64)}`

const speaker = {
  launch: reference('example-launch'),
  repCode: 'R-017',
  speakerRole: 'rep',
}

/** One valid document of every type that records what happens in the field. */
export const fieldExamples: readonly GateDocument[] = [
  {
    _id: 'example-deckWalk',
    _type: 'deckWalk',
    ...speaker,
    deck: reference('example-deck'),
    sealCode: '7K3F-9QXM',
    walkedOn: '2026-11-02',
    steps: [
      {
        _key: 'risk',
        _type: 'walkStep',
        slide: reference('slide-10'),
        outcome: 'offScript',
        note: 'Named two of the three warnings.',
      },
    ],
    additions: [
      {
        _key: 'free',
        _type: 'walkAddition',
        afterSlide: reference('slide-10'),
        said: 'And it is as quiet as a fridge.',
        claim: {...reference('claim-008'), _weak: true},
      },
    ],
    tasks: [
      {
        _key: 'task',
        _type: 'walkTask',
        title: 'Coach the warnings',
        owner: reference('person-training'),
        dueOn: '2026-11-20',
      },
    ],
  },
  {
    _id: 'example-fieldObservation',
    _type: 'fieldObservation',
    ...speaker,
    source: 'rideAlong',
    observedOn: '2026-11-03',
    accountType: 'communityHospital',
    rubric: reference('example-coachingRubric'),
    copyCarried: {code: '7K3F-9QXM', modified: false},
    messages: [
      {
        _key: 'sound',
        _type: 'observedMessage',
        anchor: reference('claim-008'),
        fingerprint: FINGERPRINT,
        outcome: 'delivered',
        verbatim: '34 against 49 dBA, on the bench.',
        level: 'As approved',
      },
    ],
    offPlatform: [
      {_key: 'fridge', _type: 'offPlatformPhrase', said: 'It is as quiet as a fridge.'},
    ],
    possibleComplaint: {yes: true, forwardedOn: '2026-11-03', number: 'C-204'},
  },
  {
    _id: 'example-completion',
    _type: 'completion',
    ...speaker,
    module: reference('example-lmsModule'),
    fingerprint: FINGERPRINT,
    kind: 'elearning',
    score: 0.9,
    passed: true,
    completedOn: '2026-11-01',
  },
  {
    _id: 'example-legacyMaterial',
    _type: 'legacyMaterial',
    launch: reference('example-launch'),
    title: 'Warming in the theatre, 2025',
    statements: [
      {
        _key: 'sound',
        _type: 'statement',
        locator: 'slide 4',
        text: 'At 33 dBA the quietest in its class.',
        claim: {...reference('claim-008'), _weak: true},
        verdict: 'differs',
      },
    ],
  },
]
