import {expect, test} from 'vitest'
import type {Blocker} from '../verdict/judgeCheckpoint.ts'
import {crowdsOf} from './crowdsOf.ts'

const dependants = (count: number, state: 'stale' | 'inReview'): Blocker[] =>
  Array.from({length: count}, (_, at) => ({
    kind: 'dependantNotAligned',
    id: `${state}-${at}`,
    state,
  }))

test('dependants that come to one state in numbers are counted, and whatever else is waited for is named', () => {
  const few = dependants(7, 'inReview')
  const own: Blocker = {kind: 'notAligned', id: 'claim', state: 'changed'}
  expect(crowdsOf([own, ...dependants(8, 'stale'), ...few])).toEqual({
    crowds: [{state: 'stale', count: 8}],
    alone: [own, ...few],
  })
})

test('a few are named one by one', () => {
  const few = dependants(7, 'stale')
  expect(crowdsOf(few)).toEqual({crowds: [], alone: few})
})
