import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {claimId, objectionId, paragraphs, references, type Cited} from '../build.ts'

interface Objection {
  number: number
  objection: string
  persona: string
  claims: readonly string[]
  acknowledge: string
  clarify: string
  respond: readonly (readonly Cited[])[]
  confirm: string
  referTo: 'none' | 'medicalInformation' | 'complaintUnit'
  internalNotes?: string
}

const OBJECTIONS: readonly Objection[] = [
  {
    number: 1,
    objection: 'Show me it cuts my infections, then we’ll talk.',
    persona: 'surgeon',
    claims: ['CLM-001', 'CLM-002'],
    acknowledge: 'That is a fair test to set, and I have no data that meets it.',
    clarify:
      'Would it help to see what the trial did measure, or is infection the only question for you today?',
    respond: [
      [
        'Kelvane is ',
        {
          words:
            '510(k) cleared to maintain normal body temperature in adults before, during and after surgery',
          claim: 'CLM-001',
        },
        '. Infection is no part of that, and no study of ours measured it. Do not apply heat distal to arterial cross-clamping.',
      ],
      [
        'What KEL-101 measured is temperature: ',
        {
          words:
            'non-inferior to forced air for core temperature at end of surgery: 36.4 °C in both arms; difference 0.02 °C (95% CI −0.06 to 0.10; margin −0.20; n=412)',
          claim: 'CLM-002',
        },
        '. It was not powered for clinical outcomes.',
      ],
      [
        'Anything on infection has to come from our medical information group: they answer you directly, and I stay out of it.',
      ],
    ],
    confirm: 'Shall I send them your question, in your words?',
    referTo: 'medicalInformation',
    internalNotes:
      'No bridge from temperature to infection, whatever the literature says of either: it would be outside the indication.',
  },
  {
    number: 2,
    objection: 'The blower’s free with our blanket contract. You want capital.',
    persona: 'VAC',
    claims: ['CLM-002', 'CLM-010'],
    acknowledge:
      'A placed blower costs you nothing up front, and capital has to earn its place here.',
    clarify:
      'What do you pay for a blanket under that contract, for how many cases, and when does it end?',
    respond: [
      [
        'First what you would get: ',
        {
          words:
            'non-inferior to forced air for core temperature at end of surgery: 36.4 °C in both arms; difference 0.02 °C (95% CI −0.06 to 0.10; margin −0.20; n=412)',
          claim: 'CLM-002',
        },
        '. Not more warmth for more money.',
      ],
      [
        'Then the money. ',
        {
          words:
            'At 4,000 cases: modelled net $19,200 a year (range $9,600–$28,800): covers $2.10 vs $11.40 save $37,200, less $18,000 equipment; comparator ± $2.40.',
          claim: 'CLM-010',
        },
      ],
      [
        'It is a model, not a promise: list prices, and no clinical outcomes in it. If your blanket costs less than the list says, the net is smaller, and there may be none.',
      ],
    ],
    confirm: 'Shall we put your own volumes and your contract price in, and see what is left?',
    referTo: 'none',
  },
  {
    number: 3,
    objection: 'One more thing to wipe between cases.',
    persona: 'nurse',
    claims: ['CLM-009'],
    acknowledge: 'It is. The pad is used again, so somebody wipes it after every case.',
    clarify: 'Who turns the room over here, and what do they wipe already?',
    respond: [
      [
        'The cover is thrown away; the pad is cleaned as section 6 of the instructions for use says, with the agents listed there. How long that takes was not measured, so I will not give you a figure.',
      ],
      [
        'Set-up was measured: ',
        {
          words: 'mean set-up 51 vs 94 seconds (difference −43; 95% CI −52 to −34; n=32)',
          claim: 'CLM-009',
        },
        ', in simulated use by trained nurses.',
      ],
    ],
    confirm: 'Shall we time a whole turnover in your room, wiping included?',
    referTo: 'none',
    internalNotes: 'Cleaning: IFU rev C, section 6. Do not net cleaning against set-up.',
  },
  {
    number: 4,
    objection: 'Your own trial says no better. Why change?',
    persona: 'anaesthetist',
    claims: ['CLM-002', 'CLM-008'],
    acknowledge: 'You have read it as it is. Non-inferior is what was shown, and no more.',
    clarify:
      'If temperature is the same, does anything else about warming bother you in your room?',
    respond: [
      [
        'KEL-101: ',
        {
          words:
            '36.4 °C in both arms; difference 0.02 °C (95% CI −0.06 to 0.10; margin −0.20; n=412)',
          claim: 'CLM-002',
        },
        '. The margin was set before the trial. If temperature alone decides, the trial gives you no reason to change.',
      ],
      [
        'What differs is beside the table: ',
        {
          words: '34 vs 49 dBA at 1 m (difference −15; 95% CI −16 to −14)',
          claim: 'CLM-008',
        },
        '. That is a bench test; it may not predict use.',
      ],
    ],
    confirm: 'Is sound something you would want to judge for yourself, in one of your lists?',
    referTo: 'none',
  },
  {
    number: 5,
    objection: 'Three hours on a heated mattress? Who owns the pressure injury?',
    persona: 'nurse',
    claims: ['CLM-006', 'CLM-007'],
    acknowledge: 'You are the one who turns the patient and finds it. It is the right question.',
    clarify: 'Has something happened to a patient, or do you want to know before it does?',
    respond: [
      [
        'Positioning stays as your protocol says, and we claim nothing of pressure. Check the skin at the pressure points before, during and after warming. The system does not relieve pressure.',
      ],
      [
        'What was seen of the skin in KEL-101: ',
        {
          words:
            'no device-related burns in 206 patients (95% CI 0–1.8%); mild erythema 1.5% (3/206) vs 1.0% (2/206)',
          claim: 'CLM-006',
        },
        '. None seen is not none possible.',
      ],
      [
        'In the registry: ',
        {
          words: 'device-related skin events 0.7% (9/1,248; 95% CI 0.4–1.4), all mild',
          claim: 'CLM-007',
        },
        '. Single-arm. Neither was a study of pressure injuries.',
      ],
    ],
    confirm: 'Does that tell you what we know and what we do not?',
    referTo: 'complaintUnit',
    internalNotes:
      'If something did happen, the conversation stops there: it goes to the complaint unit the same day, with no opinion on the cause.',
  },
]

export const objectionResponses: readonly GateDocument[] = OBJECTIONS.map(
  ({number, claims, respond, ...said}) => ({
    _id: objectionId(number),
    _type: 'objectionResponse',
    ...said,
    claims: references(claims.map(claimId)),
    respond: paragraphs(respond),
  }),
)
