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
