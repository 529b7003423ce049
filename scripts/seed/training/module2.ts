import {slideId} from '../build.ts'
import {buildModule} from './buildModule.ts'

export const module2 = buildModule({
  number: 2,
  title: 'Read KEL-101 as an anaesthetist would',
  audience: 'HCP',
  learners: ['rep', 'clinicalSpecialist'],
  durationMinutes: 50,
  objectives: [
    {
      verb: 'state',
      text: 'the primary result with its interval and its margin, as non-inferior',
      claims: ['CLM-002'],
    },
    {
      verb: 'explain',
      text: 'why the secondary endpoint shows no difference between the arms',
      claims: ['CLM-003'],
    },
    {
      verb: 'separate',
      text: 'what the registry saw from what the trials compared',
      claims: ['CLM-004', 'CLM-005'],
    },
    {
      verb: 'answer',
      text: '“Why change?” with what differs in the room, and with where it was measured',
      claims: ['CLM-002', 'CLM-008', 'CLM-009', 'CLM-011'],
    },
  ],
  lessons: [
    {
      title: 'The margin, then the interval',
      claims: ['CLM-002'],
      body: [
        [
          {
            words:
              'Non-inferior to forced air for core temperature at end of surgery: 36.4 °C in both arms; difference 0.02 °C (95% CI −0.06 to 0.10; margin −0.20; n=412).',
            claim: 'CLM-002',
          },
          ' An anaesthetist looks for the margin first, then for the lower end of the interval: it lies above the margin. The interval holds zero as well: nothing here says better.',
        ],
      ],
    },
    {
      title: 'Two rates that do not differ',
      claims: ['CLM-003'],
      body: [
        [
          {
            words:
              '≥ 36.0 °C at end of surgery: 91.3% (188/206) vs 89.3% (184/206); difference 1.9 points (95% CI −3.8 to 7.7). Not powered for superiority.',
            claim: 'CLM-003',
          },
          ' The interval includes no difference. Read it out to the end; a rep who stops at the two rates has said something else.',
        ],
      ],
    },
    {
      title: 'Registry and prewarming, each by itself',
      claims: ['CLM-004', 'CLM-005'],
      body: [
        [
          {
            words: '93.0% (1,161/1,248) ≥ 36.0 °C on PACU arrival (95% CI 91.5–94.3); single-arm.',
            claim: 'CLM-004',
          },
          ' No comparator: it is set against no other figure, the audit on slide 2 least of all.',
        ],
        [
          {
            words:
              'With 20 minutes’ prewarming, temperature fell 0.3, not 0.6 °C, by 60 minutes after induction (difference −0.3; 95% CI −0.4 to −0.2; p<0.001; n=180).',
            claim: 'CLM-005',
          },
          ' Prewarming against none, with one device in both arms.',
        ],
      ],
    },
    {
      title: 'What differs in the room',
      claims: ['CLM-008', 'CLM-009', 'CLM-011'],
      body: [
        [
          {words: '34 vs 49 dBA at 1 m (difference −15; 95% CI −16 to −14)', claim: 'CLM-008'},
          '. Bench; may not predict use.',
        ],
        [
          {
            words: 'Mean set-up 51 vs 94 seconds (difference −43; 95% CI −52 to −34; n=32).',
            claim: 'CLM-009',
          },
          ' Simulated use by trained nurses.',
        ],
        [
          {
            words:
              '34 vs 210 g of disposables a case (difference −176; 95% CI −178 to −174; n=30 each).',
            claim: 'CLM-011',
          },
          ' Mass only; not a life-cycle assessment.',
        ],
      ],
    },
  ],
  practice: [
    {
      asset: slideId(4),
      scenario:
        'An anaesthetist has the paper open: “Where is your margin, and was it set beforehand?” Find both on the slide, and say non-inferior.',
    },
    {
      asset: slideId(5),
      scenario: 'A colleague of hers reads aloud: “So you win by two points.” Correct it at once.',
    },
    {
      asset: slideId(6),
      scenario: '“And in real life?” Show the registry, and say what it cannot show.',
    },
    {
      asset: slideId(7),
      scenario:
        '“We have no time to prewarm.” Say what was compared with what, and leave the decision to them.',
    },
    {
      asset: slideId(9),
      scenario:
        '“Your own trial says no better. Why change?” Agree first. Then ask which of the three matters in this room, and stay with that one.',
      objections: [4],
    },
  ],
  questions: [
    {
      claim: 'CLM-002',
      stem: 'Which sentence gives the primary result of KEL-101 as it may be said?',
      right: [
        'Non-inferior to forced air: 36.4 °C in both arms; difference 0.02 °C (95% CI −0.06 to 0.10; margin −0.20).',
        'Result, interval and margin: that is how it is read.',
      ],
      wrong: [
        ['Kelvane keeps patients warmer than forced air.', 'The interval includes no difference.'],
        ['Equivalent to forced air.', 'Equivalence was not tested; non-inferiority was.'],
      ],
    },
    {
      claim: 'CLM-003',
      stem: 'Why may you not say that Kelvane beat forced air at end of surgery?',
      right: [
        'The difference of 1.9 points has an interval from −3.8 to 7.7, and the trial was not powered for superiority.',
        'Both reasons count, and either would do.',
      ],
      wrong: [
        ['Because the rates have to be given with a decimal.', 'Decimals do not make it a win.'],
        ['Because it was seen in two hospitals only.', 'True of the trial, and not the reason.'],
      ],
    },
    {
      claim: 'CLM-004',
      stem: 'A customer asks for the registry. What has to be said with 93.0%?',
      right: [
        'That it is single-arm: 1,161 of 1,248, 95% CI 91.5–94.3, with no comparator.',
        'A rate without a comparator stays by itself.',
      ],
      wrong: [
        [
          'That it was 69% in the audit before.',
          'Two studies set against each other: neither says that.',
        ],
        ['That this is the rate they will have.', 'A registry promises nobody a rate.'],
      ],
    },
    {
      claim: 'CLM-005',
      stem: 'What was compared in KEL-102?',
      right: [
        '20 minutes of prewarming with none; both arms were warmed during surgery.',
        'The device was the same in both arms.',
      ],
      wrong: [
        ['Kelvane with forced air.', 'That was KEL-101.'],
        ['Prewarmed patients with the registry.', 'No study set these against each other.'],
      ],
    },
    {
      claim: 'CLM-008',
      stem: 'Where were 34 and 49 dBA measured?',
      right: ['On the bench, at 1 m; it may not predict use.', 'Said with the figure, every time.'],
      wrong: [
        ['In operating rooms, during cases.', 'No room was measured.'],
        ['By nurses, in simulated use.', 'That was set-up, not sound.'],
      ],
    },
    {
      claim: 'CLM-009',
      stem: 'A nurse manager asks how much faster set-up is. What do you say?',
      right: [
        'Mean set-up 51 vs 94 seconds (n=32), in simulated use by trained nurses.',
        'With the setting; cleaning was not timed.',
      ],
      wrong: [
        ['You save that in every case.', 'It was simulated, and cleaning was not timed.'],
        ['Twice as fast, all told.', 'Neither what was measured nor in its words.'],
      ],
    },
    {
      claim: 'CLM-011',
      stem: 'Which sentence about disposables stays within what was weighed?',
      right: [
        '34 vs 210 g of disposables a case; mass only.',
        'Grams, and no word about the climate.',
      ],
      wrong: [
        ['It is the green choice.', 'No life cycle was assessed.'],
        ['It cuts your carbon footprint.', 'Mass was weighed, and nothing else.'],
      ],
    },
  ],
})
