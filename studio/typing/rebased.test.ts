import {expect, test} from 'vitest'
import {rebased} from './rebased.ts'

const from = 'Fewer leaks in the first year'

test('what another wrote meanwhile stays', () => {
  const held = {from, text: `${from} of use`}
  expect(rebased(held, 'Far fewer leaks in the first year')).toBe(
    'Far fewer leaks in the first year of use',
  )
})

test('what another took away meanwhile stays away', () => {
  const held = {from, text: `Many ${from}`}
  expect(rebased(held, 'Fewer leaks')).toBe('Many Fewer leaks')
})

test('a text that was empty is typed into what another put there', () => {
  expect(rebased({from: '', text: 'typed '}, 'theirs')).toBe('typed theirs')
})

test('where nothing of the old text is left it is as it was typed', () => {
  const held = {from, text: 'Fewer leaks in the second year'}
  expect(rebased(held, 'Zzz')).toBe('Fewer leaks in the second year')
})

test.each([
  ['Aeris – a valve', 'Aeris – a valve for', 'Aeris – one valve', 'Aeris – one valve for'],
  ['“Fewer” leaks', '“Fewer” leaks é', '“Far fewer” leaks', '“Far fewer” leaks é'],
  ['≥ 36.0 °C', '≥ 36.0 °C in both', '🫀 ≥ 36.0 °C', '🫀 ≥ 36.0 °C in both'],
  ['🫀 pads', '🫀🫁 pads', '🫀 pads – all', '🫀🫁 pads – all'],
])('%s: characters of more than one byte', (before, text, onto, both) => {
  expect(rebased({from: before, text}, onto)).toBe(both)
})

test('a text that is replaced by one of longer characters', () => {
  const held = {from: 'Aeris – a valve', text: 'Aeris – a valve for'}
  for (const onto of ['–', '🫀🫀🫀🫀🫀🫀', '–'.repeat(40), '“Aeris” – “a” valve'])
    expect(rebased(held, onto)).toMatch(/ for$/u)
})
