import {fc, test as property} from '@fast-check/vitest'
import {expect, test} from 'vitest'
import {canonicalText, composed} from './canonicalText.ts'

test('what is taken for composed without asking is composed, every character of it', () => {
  const wrong: string[] = []
  for (let point = 0; point < 0x2500; point++) {
    const character = String.fromCodePoint(point)
    if (composed(character) !== character.toWellFormed().normalize('NFC'))
      wrong.push(point.toString(16))
  }
  expect(wrong).toEqual([])
})

property.prop(
  [
    fc.string({
      unit: fc.constantFrom(
        'e',
        'a',
        '\u0301',
        '\u0338',
        '−',
        '≠',
        '=',
        '\u2126',
        '가',
        '\u1161',
        '\u1100',
        'é',
        '\ud800',
      ),
      maxLength: 12,
    }),
  ],
  {seed: 20_261_124, numRuns: 2000},
)('any text comes out as Normalization Form C makes it', (text) => {
  expect(composed(text)).toBe(text.toWellFormed().normalize('NFC'))
})

property.prop(
  [
    fc.string({
      unit: fc.constantFrom('a', ' ', '\n', '\u00a0', '\u2003', '\t', '°'),
      maxLength: 12,
    }),
  ],
  {seed: 20_261_124, numRuns: 1000},
)('whitespace collapses and is trimmed, whatever it is made of', (text) => {
  expect(canonicalText(text, false)).toBe(text.replaceAll(/\s+/gu, ' ').trim())
  expect(canonicalText(text, true)).toBe(text)
})
