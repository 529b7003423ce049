import {fc} from '@fast-check/vitest'
import {evaluateSync, parse} from 'groq-js'
import {expect, test} from 'vitest'
import {matches, matchScore, patternOf} from './matching.ts'
import {PathPattern} from './special.ts'

const RUNS = {seed: 20_261_124, numRuns: Number(process.env.ORACLE_RUNS ?? 3000)}
const text = fc
  .array(
    fc.constantFrom(
      'a',
      'A',
      'b',
      'ß',
      '.',
      '.',
      '_',
      '-',
      '*',
      ' ',
      'Ä',
      'ä',
      'ı',
      'K',
      '\u212a',
      'ſ',
      'k',
      '\n',
      '\u2028',
      '\u{1f600}',
      'é',
      '=',
    ),
    {maxLength: 12},
  )
  .map((characters) => characters.join(''))
const dotted = fc
  .array(fc.constantFrom('a', 'b', '.', '.', '*', '**', '-', '$', '\n'), {maxLength: 9})
  .map((parts) => parts.join(''))
const one = fc.oneof(text, fc.array(text, {maxLength: 3}), fc.array(fc.oneof(text, fc.integer())))

const matching = parse('$text match $pattern')
const scoring = parse('[{"t": $text}] | score(t match $pattern)')
const inPath = parse('$text in path($pattern)')

function groqJs(tree: ReturnType<typeof parse>, params: object): unknown {
  const {data}: {data?: unknown} = evaluateSync(tree, {params: {...params}})
  return data
}

test('match takes what the regular expressions of groq-js take', () => {
  fc.assert(
    fc.property(one, one, (value, pattern) => {
      const known = groqJs(matching, {text: value, pattern})
      expect(matches(value, patternOf(pattern))).toBe(known)
      const score = matchScore(value, patternOf(pattern))
      expect(groqJs(scoring, {text: value, pattern})).toEqual([{t: value, _score: score}])
    }),
    RUNS,
  )
})

test('a path takes what the regular expression of groq-js takes', () => {
  fc.assert(
    fc.property(dotted, dotted, (value, pattern) => {
      const known = groqJs(inPath, {text: value, pattern})
      expect(PathPattern.matches(new PathPattern(pattern), value)).toBe(known)
    }),
    RUNS,
  )
})
