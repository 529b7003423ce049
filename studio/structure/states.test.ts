import {sealHolds} from '../../plugins/claim-gate/delivery/index.ts'
import {expect, test} from 'vitest'
import {DELIVERED_QUERY, dividedBy, STATES, type State} from './states.ts'

const standing = {
  stored: ['a', 'b', 'c', 'drafts.b', 'drafts.d', 'versions.r1.e', 'versions.r1.a'],
  delivered: ['a', 'b'],
  lasting: ['a'],
}

const idsIn = (state: State): readonly string[] => dividedBy(state, standing).ids

test('each state names its documents, and a version in a release is none of them', () => {
  const found = Object.fromEntries(STATES.map((state) => [state, idsIn(state)]))
  expect(found).toEqual({
    inForce: ['a', 'b'],
    ending: ['b'],
    withheld: ['c'],
    waiting: ['b'],
    unpublished: ['d'],
  })
})

test('what is published is either in force or withheld', () => {
  const both = [...idsIn('inForce'), ...idsIn('withheld')]
  expect(both.toSorted()).toEqual(['a', 'b', 'c'])
})

test('whatever is not in a state is among the others', () => {
  for (const state of STATES) {
    const {ids, others} = dividedBy(state, standing)
    expect([...ids, ...others].toSorted()).toEqual(['a', 'b', 'c', 'd'])
  }
})

test('what ends is asked with the predicate itself, at another time', () => {
  expect(sealHolds.split('now()').length - 1).toBeGreaterThan(4)
  expect(DELIVERED_QUERY.split('now()').length).toBe(DELIVERED_QUERY.split('$later').length)
})
