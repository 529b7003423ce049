import type {GateDocument} from '../../../plugins/claim-gate/node.ts'
import {keyed, reference, slideId} from '../build.ts'
import {LAUNCH} from '../launch/launch.ts'

export const DECK = 'deck-kelvane'

/** Registry and prewarming are shown where they are asked about. */
const OPTIONAL = [6, 7]

export const deck: GateDocument = {
  _id: DECK,
  _type: 'deck',
  title: 'Kelvane core deck',
  slides: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) =>
    keyed(slideId(number), 'deckEntry', {
      slide: reference(slideId(number)),
      use: OPTIONAL.includes(number) ? 'optional' : 'core',
    }),
  ),
  launch: reference(LAUNCH),
  audience: 'HCP',
  markets: ['US'],
  materialCode: 'OS-KEL-020',
}
