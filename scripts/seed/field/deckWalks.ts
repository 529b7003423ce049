import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {DECK} from '../assets/deck.ts'
import {claimId, dayFromToday, keyed, reference, slideId} from '../build.ts'
import {dayOf, ofLaunch, TEAM} from './fieldTeam.ts'
import type {InForce} from './inForce.ts'

interface Walk {
  week: number
  /** Which of the team. */
  speaker: number
  skipped: readonly number[]
  /** By slide, what was said instead. */
  offScript: Readonly<Record<number, string>>
  additions: readonly {after: number; said: string; claim?: string}[]
  tasks: readonly string[]
}

const WALKS: readonly Walk[] = [
  {
    week: 0,
    speaker: 1,
    skipped: [5, 7],
    offScript: {4: 'Called it equivalent, and gave neither margin nor interval.'},
    additions: [{after: 9, said: 'Nobody trips over a hose any more.'}],
    tasks: ['Say in M2 why equivalent is not non-inferior'],
  },
  {
    week: 3,
    speaker: 10,
    skipped: [7],
    offScript: {},
    additions: [
      {
        after: 8,
        said: 'In the registry it was seven in a thousand, all of them mild.',
        claim: 'CLM-007',
      },
    ],
    tasks: [],
  },
  {
    week: 7,
    speaker: 4,
    skipped: [6],
    offScript: {
      2: 'Set the audit against the registry: “a third, and then seven percent”.',
      9: 'Went past sound and set-up straight to disposables.',
    },
    additions: [
      {after: 4, said: 'The margin was set before the trial, I checked.', claim: 'CLM-002'},
    ],
    tasks: ['Walk slides 2 and 6 apart with R-005', 'Tell the team that the two never meet'],
  },
  {
    week: 11,
    speaker: 7,
    skipped: [5, 10],
    offScript: {4: 'Said “slightly ahead of forced air”.'},
    additions: [{after: 3, said: 'You can leave it on for transport, it holds its heat.'}],
    tasks: [
      'Coach slide 10 before the next visit: it is never skipped',
      'Ask medical whether transport needs a response',
    ],
  },
]

/** What became of each slide when people of the field walked through the deck. */
export const deckWalks = ({codes, owner}: InForce): GateDocument[] =>
  WALKS.map(({week, speaker, skipped, offScript, additions, tasks}, at) => ({
    _id: `deck-walk-${at + 1}`,
    _type: 'deckWalk',
    ...ofLaunch,
    deck: reference(DECK),
    ...(codes.deck === undefined ? {} : {sealCode: codes.deck}),
    walkedOn: dayOf(week, 2),
    ...TEAM[speaker],
    steps: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) =>
      keyed(slideId(number), 'walkStep', {
        slide: reference(slideId(number)),
        ...becameOf(number, skipped, offScript),
      }),
    ),
    additions: additions.map(({after, said, claim}, place) =>
      keyed(`a${place + 1}`, 'walkAddition', {
        afterSlide: reference(slideId(after)),
        said,
        ...(claim === undefined ? {} : {claim: {...reference(claimId(claim)), _weak: true}}),
      }),
    ),
    tasks: tasks.map((title, place) =>
      keyed(`t${place + 1}`, 'walkTask', {
        title,
        owner: reference(owner),
        dueOn: dayFromToday(7 * (week - 10)),
        ...(week < 7 ? {doneOn: dayOf(week + 1, 4)} : {}),
      }),
    ),
  }))

function becameOf(
  number: number,
  skipped: readonly number[],
  offScript: Readonly<Record<number, string>>,
): object {
  const note = offScript[number]
  if (skipped.includes(number)) return {outcome: 'skipped'}
  return note === undefined ? {outcome: 'onScript'} : {outcome: 'offScript', note}
}
