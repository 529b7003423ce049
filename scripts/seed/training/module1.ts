import {slideId} from '../build.ts'
import {buildModule} from './buildModule.ts'

export const module1 = buildModule({
  number: 1,
  title: 'Say what it is cleared for',
  audience: 'HCP',
  learners: ['rep', 'clinicalSpecialist'],
  durationMinutes: 35,
  objectives: [
    {
      verb: 'state',
      text: 'what Kelvane is cleared for, for whom, and what it must not be used for',
      claims: ['CLM-001'],
    },
    {
      verb: 'distinguish',
      text: 'how often adults arrive cold from what any device does about it',
      claims: ['CLM-012'],
    },
    {
      verb: 'report',
      text: 'the skin findings of trial and registry in full, each with its limits',
      claims: ['CLM-006', 'CLM-007'],
    },
    {
      verb: 'refer',
      text: 'a question on infection to medical information, without answering it',
      claims: ['CLM-001'],
    },
  ],
  lessons: [
    {
      title: 'Cleared, for adults, in three periods',
      claims: ['CLM-001'],
      body: [
        [
          {
            words:
              '510(k) cleared to maintain normal body temperature in adults before, during and after surgery.',
            claim: 'CLM-001',
          },
          ' Cleared, never approved. Adults, never children. Temperature, never what may follow from it.',
        ],
        [
          'Say the contraindication before you are asked. Do not apply heat distal to arterial cross-clamping. Then show slide 10; it is never skipped.',
        ],
      ],
    },
    {
      title: 'An audit is not a trial',
      claims: ['CLM-012'],
      body: [
        [
          {
            words: '31% (279/900) of adults reached PACU below 36.0 °C (95% CI 28.1–34.1).',
            claim: 'CLM-012',
          },
          ' Chart audit, mixed warming methods. It says how often; it does not say with which device, and it is set beside no result of ours.',
        ],
      ],
    },
    {
      title: 'Skin, in full',
      claims: ['CLM-006', 'CLM-007'],
      body: [
        [
          {
            words:
              'No device-related burns in 206 patients (95% CI 0–1.8%); mild erythema 1.5% (3/206) vs 1.0% (2/206).',
            claim: 'CLM-006',
          },
          ' Say the erythema in the same breath. None seen is not none possible: the interval reaches 1.8%.',
        ],
        [
          {
            words: 'Device-related skin events 0.7% (9/1,248; 95% CI 0.4–1.4), all mild.',
            claim: 'CLM-007',
          },
          ' Single-arm registry.',
        ],
        [
          'Check the skin at the pressure points before, during and after warming. The system does not relieve pressure. If somebody tells you of an injury, stop: it goes to the complaint unit today.',
        ],
      ],
    },
  ],
  practice: [
    {
      asset: slideId(3),
      scenario:
        'A surgeon gives you two minutes at the scrub sink: “Show me it cuts my infections, then we’ll talk.” Say what it is cleared for, and hand the question on.',
      objections: [1],
    },
    {
      asset: slideId(2),
      scenario:
        'An anaesthetist points at the figure: “And how many with yours?” Keep the audit where it belongs.',
    },
    {
      asset: slideId(8),
      scenario:
        'A circulating nurse, arms folded: “Three hours on a heated mattress? Who owns the pressure injury?” Report both studies in full and claim nothing of pressure.',
      objections: [5],
    },
    {
      asset: slideId(10),
      scenario:
        'The list is running late and the surgeon says: “Skip to the end.” Show the slide, and say the contraindication aloud.',
    },
  ],
  questions: [
    {
      claim: 'CLM-001',
      stem: 'A paediatric anaesthetist asks whether she may use Kelvane on a child. What do you say?',
      right: [
        'It is cleared for adults only; I can pass your question to medical information.',
        'The indication says adults, and an unasked-for answer beyond it is not yours to give.',
      ],
      wrong: [
        ['It works just as well on children.', 'Off label: the indication says adults.'],
        [
          'It is approved for adults, so that is up to you.',
          'Cleared, not approved; and it leaves her with an invitation.',
        ],
      ],
    },
    {
      claim: 'CLM-012',
      stem: 'What does the chart audit on slide 2 show?',
      right: [
        '31% (279/900) of adults reached PACU below 36.0 °C, with mixed warming methods.',
        'How often it happens, and nothing of which device does better.',
      ],
      wrong: [
        [
          'That forced air leaves a third of patients cold.',
          'Methods were mixed: it blames no device.',
        ],
        [
          'That Kelvane takes a third down to seven per cent.',
          'Two studies set against each other: neither says that.',
        ],
      ],
    },
    {
      claim: 'CLM-006',
      stem: 'A nurse asks whether anybody was burned in KEL-101. Which answer is complete?',
      right: [
        'No device-related burns in 206 patients (95% CI 0–1.8%); mild erythema in 3 of 206, against 2 of 206.',
        'The count, its interval and the erythema belong together.',
      ],
      wrong: [
        ['No. It cannot burn anyone.', 'None seen is not none possible.'],
        [
          'No burns at all in 206 patients.',
          'True, and half of it: the interval and the erythema are missing.',
        ],
      ],
    },
    {
      claim: 'CLM-007',
      stem: 'Which sentence about skin in the registry may you say?',
      right: [
        'Device-related skin events 0.7% (9/1,248; 95% CI 0.4–1.4), all mild, in a single-arm registry.',
        'With its interval, and with the word single-arm.',
      ],
      wrong: [
        ['Fewer skin events than with forced air.', 'A single-arm registry compares with nothing.'],
        [
          'It prevents pressure injuries: hardly anybody had a skin event.',
          'The system does not relieve pressure, and no study looked at that.',
        ],
      ],
    },
  ],
})
