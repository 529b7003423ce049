import {expect, test} from 'vitest'
import {sayReason} from './sayReason.ts'

test('puts what was read into the words, and nothing of it is words', () => {
  expect(sayReason({key: 'evidence.no-place', params: {name: '{{name}} $& $t(x)'}})).toBe(
    'The place in “{{name}} $& $t(x)” is missing: give its page, table, figure or quote.',
  )
})
