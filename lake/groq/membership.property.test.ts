import {fc} from '@fast-check/vitest'
import {describe, expect, test} from 'vitest'
import type {LakeDocument} from '../storage/storage.ts'
import {createMatcher} from './createMatcher.ts'
import {answer, oracle} from './oracle.ts'

const seed = Number(process.env.FUZZ_SEED ?? 20_261_124)
const numRuns = Math.ceil(Number(process.env.ORACLE_RUNS ?? 2400) / 16)

const WHEN = '2026-11-24T12:00:00Z'
/** Values that look alike and are of other types, and some that only look like entries of a list. */
const VALUES: readonly unknown[] = [
  'e1',
  'e2',
  'e4999',
  'e5000',
  'E1',
  '',
  'null',
  '1',
  '0',
  'true',
  '__proto__',
  'length',
  'ÄRA',
  'A\u0308RA',
  WHEN,
  1,
  0,
  -0,
  1.5,
  4999,
  true,
  false,
  null,
  ['e1'],
  {_ref: 'e1'},
]
const document = (fields: object, index: number): LakeDocument => ({
  ...fields,
  _id: `d${String(index).padStart(2, '0')}`,
  _type: 'entry',
  _rev: 'r',
  _createdAt: WHEN,
  _updatedAt: WHEN,
})
const STORED = [...VALUES.map((v) => ({v, tags: VALUES})), {}].map(document)

const texts = (length: number): string[] => Array.from({length}, (_, at) => `e${at}`)
const mixed = (length: number): unknown[] =>
  Array.from({length}, (_, at) => [`e${at}`, at, String(at), at % 2 === 0, {at}][at % 5])

const LENGTHS = [0, 1, 15, 16, 17, 400, 5000]
const LISTS = LENGTHS.flatMap((length): [string, unknown][] => [
  [`${length} texts`, texts(length)],
  [`${length} numbers`, Array.from({length}, (_, at) => at)],
  [`${length} nulls`, Array.from({length}, () => null)],
  [`${length} values of every type`, mixed(length)],
  [`${length} values and null at the end`, [...mixed(length), null]],
  [`${length} times the same`, Array.from({length}, () => 'e1')],
])
const NO_LISTS: [string, unknown][] = [
  ['a text', 'e1'],
  ['null', null],
  ['an object', {e1: 'e1'}],
]

const QUERIES = [
  '*[v in $l]._id',
  '*[!(v in $l)]._id',
  '*[(v in ($l)) == false]._id',
  '*{"x": v in $l, "y": missing in $l, "z": tags[@ in $l]}',
  '*{"x": v in $l[1..-1], "y": v in [...$l, "e2"], "z": v in [$l[0]]}',
  '*{"x": dateTime(v) in $l, "y": v in path("e*"), "z": v in "e1".."e2"}',
  '*{"x": v in tags, "y": count(*[^.v in tags && v in $l])}',
]

type Params = Readonly<Record<string, unknown>>

const lakeSays = (query: string, params: Params): Promise<string> =>
  answer({query, params, perspective: ['raw']}, STORED)
const groqSays = (query: string, params: Params): Promise<string | undefined> =>
  oracle({query, params, perspective: ['raw']}, STORED)

describe('a list that holds a value', () => {
  test.for([...LISTS, ...NO_LISTS])('is what it is for unmodified groq-js: %s', async ([, l]) => {
    for (const query of QUERIES) {
      expect(await lakeSays(query, {l})).toBe(await groqSays(query, {l}))
    }
  })

  test.for(LISTS.filter(([, list]) => JSON.stringify(list).length < 20_000))(
    'and so as a literal: %s',
    async ([, list]) => {
      const literal = JSON.stringify(list)
      const query = `{"w": *[v in ${literal}]._id, "x": *{"y": missing in (${literal}), "z": ${literal}[0..2]}}`
      expect(await lakeSays(query, {})).toBe(await groqSays(query, {}))
    },
  )

  test.for([
    '*{"x": v in ["e1", "e1", ...$l]}',
    '*{"x": v in [v, null]}',
    '*{"l": ["e1", null, -1, 1.5], "more": ["e1"] + ["e2"], "x": v in [-1, +1, "e1"]}',
    '*{"x": array::unique(["e1", "e1"]), "y": ["b", "a"] | order(@), "z": [["e1"], "e1"][0]}',
  ])('and literals stay what they are: %s', async (query) => {
    for (const l of [texts(40), mixed(40)]) {
      expect(await lakeSays(query, {l})).toBe(await groqSays(query, {l}))
    }
  })

  const scalar = fc.constantFrom(...VALUES)
  test(`at random (seed ${seed})`, {timeout: 3_600_000}, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(scalar, {maxLength: 40}),
        fc.constantFrom(...QUERIES),
        async (l, query) => {
          expect(await lakeSays(query, {l})).toBe(await groqSays(query, {l}))
        },
      ),
      {seed, numRuns},
    )
  })

  test('the same query asks another list each time', async () => {
    const query = '*[v in $l]._id'
    expect(await lakeSays(query, {l: texts(20)})).toBe('["d00","d01"]')
    const others = texts(20).map((text) => text.toUpperCase())
    expect(await lakeSays(query, {l: others})).toBe('["d04"]')
  })

  test('a listener asks the same list for one document after the other', () => {
    const matches = createMatcher('*[v in $l]', {l: [...texts(400), null]})
    const heard = STORED.filter(matches).map(({v}) => v ?? null)
    expect(heard).toEqual(['e1', 'e2', null, null])
  })
})
