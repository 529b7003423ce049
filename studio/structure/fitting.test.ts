import {expect, test} from 'vitest'
import {filterFor} from './fitting.ts'

const fitting = (ids: readonly string[]): string[] => filterFor(ids).named

test('a list that a listener can be given whole is left alone', () => {
  expect(fitting([])).toEqual([])
  expect(fitting(['claim-001', 'claim-002'])).toEqual(['claim-001', 'claim-002'])
})

test('of a longer one the first are taken, and the address stays within what a client allows', () => {
  const ids = Array.from({length: 1000}, () => crypto.randomUUID())
  const shown = fitting(ids)
  expect(shown).toEqual(ids.slice(0, shown.length))
  expect(shown.length).toBeGreaterThan(200)
  expect(encodeURIComponent(JSON.stringify(shown)).length).toBeLessThan(14_800 - 1000)
})

test('of a longer one all are shown where the others can be named', () => {
  const ids = Array.from({length: 1000}, () => crypto.randomUUID())
  expect(filterFor(ids, ['a'])).toEqual({filter: '!(_id in $named)', named: ['a'], count: 1000})
  expect(filterFor(['a'], ids)).toEqual({filter: '_id in $named', named: ['a'], count: 1})
  expect(filterFor(ids, ids)).toEqual(filterFor(ids))
})
