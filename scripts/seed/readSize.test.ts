import {expect, test} from 'vitest'
import {readSize} from './readSize.ts'

test('nothing asked for is the demo launch alone', () => {
  expect(readSize([])).toBeUndefined()
})

test.each([
  [['--size', '15'], 15],
  [['--size=400'], 400],
])('%j is understood', (args, size) => {
  expect(readSize(args)).toBe(size)
})

test.each([
  [['--size', 'abc'], 'takes a whole number, and not "abc"'],
  [['--size', '4.5'], 'takes a whole number, and not "4.5"'],
  [['--size', ''], 'takes a whole number, and not ""'],
  [['--size', '-3'], '"--size -3" says no number of assets'],
  [['--size'], '"--size" says no number of assets'],
  [['--sise', '40'], 'npm run seed -- --size 400'],
  [['40'], 'npm run seed -- --size 400'],
  [['--size', '14'], 'The demo launch alone has 15 assets: ask for 15 or more'],
  [['--size', '100000'], 'ask for as many or fewer'],
])('%j is refused, and it says what to ask for', (args, words) => {
  expect(() => readSize(args)).toThrow(words)
})
