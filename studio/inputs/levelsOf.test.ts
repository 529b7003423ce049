import {expect, test} from 'vitest'
import {levelsOf} from './levelsOf.ts'

const level = (label: string, descriptor: string | null) => ({label, descriptor})

test('the levels of a message are those of its criteria, each once, weakest first', () => {
  const criteria = [
    {anchor: 'claim-1', levels: [level('Missing', 'Says nothing'), level('Sound', 'Says it')]},
    {anchor: 'claim-2', levels: [level('Poor', null)]},
    {anchor: 'claim-1', levels: [level('Missing', 'Shows nothing'), level('Fluent', null)]},
  ]
  expect(levelsOf(criteria, 'claim-1')).toEqual([
    {label: 'Missing', descriptors: ['Says nothing', 'Shows nothing']},
    {label: 'Sound', descriptors: ['Says it']},
    {label: 'Fluent', descriptors: []},
  ])
})

test('a message that nothing coaches has none, nor has none at all', () => {
  const criteria = [{anchor: null, levels: [level('Poor', null)]}]
  expect(levelsOf(criteria, 'claim-1')).toEqual([])
  expect(levelsOf(criteria, undefined)).toEqual([])
})
