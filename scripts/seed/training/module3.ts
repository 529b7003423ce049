import {VAC_KIT} from '../assets/vacKit.ts'
import {buildModule} from './buildModule.ts'

export const module3 = buildModule({
  number: 3,
  title: 'Twelve minutes with the VAC',
  audience: 'VAC',
  learners: ['rep'],
  durationMinutes: 40,
  objectives: [
    {
      verb: 'open',
      text: 'with what it is cleared for and with the primary result, before any price',
      claims: ['CLM-001', 'CLM-002'],
    },
    {
      verb: 'present',
      text: 'the budget model with its range and its assumptions, as a model',
      claims: ['CLM-010'],
    },
    {
      verb: 'answer',
      text: 'for set-up and cleaning, and say which of the two was measured',
      claims: ['CLM-009'],
    },
  ],
  lessons: [
    {
      title: 'Minutes one to four: what it is, and what was shown',
      claims: ['CLM-001', 'CLM-002'],
      body: [
        [
          {
            words:
              '510(k) cleared to maintain normal body temperature in adults before, during and after surgery.',
            claim: 'CLM-001',
          },
          ' Regulatory status first: the committee files by it. Do not apply heat distal to arterial cross-clamping.',
        ],
        [
          {
            words:
              'Non-inferior to forced air for core temperature at end of surgery: 36.4 °C in both arms; difference 0.02 °C (95% CI −0.06 to 0.10; margin −0.20; n=412).',
            claim: 'CLM-002',
          },
          ' Not more warmth for more money.',
        ],
      ],
    },
    {
      title: 'Minutes five to nine: their numbers, not ours',
      claims: ['CLM-010'],
      body: [
        [
          {
            words:
              'At 4,000 cases: modelled net $19,200 a year (range $9,600–$28,800): covers $2.10 vs $11.40 save $37,200, less $18,000 equipment; comparator ± $2.40.',
            claim: 'CLM-010',
          },
          ' Say “modelled” and say the range. Then ask for their volumes and their blanket price, and fill the model in front of them.',
        ],
        ['It counts no clinical outcome. If somebody adds one, take it out again.'],
      ],
    },
    {
      title: 'Minutes ten to twelve: who wipes it',
      claims: ['CLM-009'],
      body: [
        [
          {
            words: 'Mean set-up 51 vs 94 seconds (difference −43; 95% CI −52 to −34; n=32).',
            claim: 'CLM-009',
          },
          ' Simulated use by trained nurses. Cleaning follows section 6 of the instructions for use, and was not timed: offer to time a turnover with them.',
        ],
      ],
    },
  ],
  practice: [
    {
      asset: VAC_KIT,
      scenario:
        'Supply chain opens: “The blower’s free with our blanket contract. You want capital.” You have the kit, a projector and nine minutes left.',
      objections: [2],
    },
    {
      asset: VAC_KIT,
      scenario:
        'The nurse on the committee has said nothing so far: “One more thing to wipe between cases.” The chair looks at the clock.',
      objections: [3],
    },
  ],
  questions: [
    {
      claim: 'CLM-001',
      stem: 'The committee’s form asks for the FDA status. What do you write?',
      right: [
        '510(k) cleared, Class II, Rx only.',
        'Pathway and class as they are, and nothing that sounds like more.',
      ],
      wrong: [
        ['FDA approved.', 'Approved is a PMA. This device was cleared.'],
        ['FDA registered.', 'Registering an establishment says nothing about a device.'],
      ],
    },
    {
      claim: 'CLM-002',
      stem: 'A surgeon on the committee asks what they would get for the money. What do you say?',
      right: [
        'Temperature as with forced air: non-inferior at end of surgery, 36.4 °C in both arms (n=412).',
        'It was shown to be non-inferior, and that is where it ends.',
      ],
      wrong: [
        ['Warmer patients.', 'The interval includes no difference.'],
        [
          'Fewer infections, and what those cost you.',
          'No such data and no such indication: refer it to medical information.',
        ],
      ],
    },
    {
      claim: 'CLM-010',
      stem: 'Finance asks: “So we get twenty grand back?” What do you answer?',
      right: [
        'At 4,000 cases the model gives $19,200 a year, with a range of $9,600–$28,800. Your prices decide; shall we enter them?',
        'A model with its range, and then their own numbers.',
      ],
      wrong: [
        ['Yes, guaranteed.', 'A model guarantees nothing.'],
        [
          'At least that, once you count shorter stays.',
          'No clinical outcome is in the model, and none may be put in.',
        ],
      ],
    },
    {
      claim: 'CLM-009',
      stem: 'The nurse asks whether the time saved covers the wiping. What do you say?',
      right: [
        'Set-up was measured, 51 vs 94 seconds in simulated use; cleaning was not. I can time both with you.',
        'What was measured, what was not, and an offer.',
      ],
      wrong: [
        ['Easily: you save 43 seconds.', 'Set-up alone; nobody timed the cleaning.'],
        ['You need not wipe it every time.', 'The instructions for use say after every case.'],
      ],
    },
  ],
})
