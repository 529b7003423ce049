import {expect, test} from 'vitest'
import {trialModel} from '../fixtures/trialSchema.ts'
import {lesson, page, statement, study, TrialWorld} from '../fixtures/trialWorld.ts'
import {dependantsIn, usersIn} from './dependantsIn.ts'

const see = (id: string) => ({see: {_type: 'reference', _ref: id}})

const world = new TrialWorld().put(
  study('e', '1'),
  study('other', '1'),
  statement('c', 'x', ['e']),
  statement('d', 'y', ['e'], see('f')),
  statement('f', 'z', [], see('d')),
  page('p', 'h', ['c', 'd']),
  lesson('l', 'g', ['p']),
  {_id: 'spring', _type: 'campaign', about: {_type: 'reference', _ref: 'e'}},
  page('q', 'h', [], {campaign: {_type: 'reference', _ref: 'spring'}}),
)

const resting = (...ids: string[]) =>
  dependantsIn(usersIn(trialModel, world.world()), ids).toSorted()

test('what rests on a document over any number of steps, each once', () => {
  expect(resting('e')).toEqual(['c', 'd', 'f', 'l', 'p'])
  expect(resting('p')).toEqual(['l'])
  expect(resting('l', 'other', 'nothing')).toEqual([])
})

test('of several, without themselves, in a cycle too', () => {
  expect(resting('e', 'd')).toEqual(['c', 'f', 'l', 'p'])
  expect(resting('f')).toEqual(['d', 'l', 'p'])
})

test('not through what no gate holds', () => {
  expect(resting('spring')).toEqual(['q'])
})
