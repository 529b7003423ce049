import {describe, expect, test} from 'vitest'
import {createDocumentSet} from '../storage/createDocumentSet.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {compiledQuery} from './compiledQuery.ts'
import {runQuery} from './runQuery.ts'

const COUNT = 600

/** One of many documents, with lists and texts that are long enough to be interrupted. */
const document = (number: number): LakeDocument => ({
  _id: `n${number}`,
  _type: 'number',
  _rev: 'r',
  _createdAt: 't',
  _updatedAt: 't',
  number,
  numbers: Array.from({length: COUNT}, (_, at) => at),
  words: 'word '.repeat(COUNT),
  letters: 'a'.repeat(4000),
  dots: '.'.repeat(100_000),
  blocks: Array.from({length: COUNT}, () => ({
    _type: 'block',
    children: [{_type: 'span', text: 'x'}],
  })),
})

function setOf(count: number): DocumentSet {
  const documents = createDocumentSet()
  for (let number = 0; number < count; number++) documents.put(document(number))
  return documents
}
const one = setOf(1)
const many = setOf(COUNT)

const ask = (query: string, {documents = one, timeLimitMs = 60_000} = {}): Promise<unknown> =>
  runQuery({query, params: {}, documents, perspective: ['raw'], timeLimitMs})

describe('reading comes to an end', () => {
  test.for([
    ['brackets that cannot be read', `${'a.b['.repeat(60)}=`],
    ['signs and brackets', `${`${'!'.repeat(200)}a.b[`.repeat(20)}=`],
    ['braces that cannot be read', `*${'{a}{"b": c.d'.repeat(60)}]`],
    ['a long sum', `1${'+1'.repeat(30_000)}`],
    ['a long list', `[${'1,'.repeat(30_000)}]`],
    [
      'functions of functions',
      Array.from(
        {length: 26},
        (_, at) => `fn f::n${at}($x) = $x{"a": f::n${at + 1}(@), "b": f::n${at + 1}(@)};`,
      ).join(' ') + 'fn f::n26($x) = $x{y}; f::n0(@)',
    ],
  ] as const)('%s', async ([, query]) => {
    await expect(ask(query)).rejects.toMatchObject({statusCode: 400})
  })
})

describe('patterns take no longer than their length', () => {
  test.for([
    [`count(*[letters match "${'*a'.repeat(400)}*b"])`, 0],
    [`count(*[letters match "${'*a'.repeat(400)}*"])`, 1],
    ['count(*[dots match "a*"])', 0],
    [`count(*[letters in path("${'**.'.repeat(100)}b")])`, 0],
    [`count(*[letters in path("${'*.'.repeat(100)}**")])`, 1],
  ] as const)('%s', async ([query, result]) => {
    expect(await ask(query)).toBe(result)
  })
})

describe('what would grow for ever is refused', () => {
  test.for([
    [400, `{"a": "xxxxxxxx"}${'{"a": a + a}'.repeat(40)}`],
    [400, `{"a": [1, 2, 3]}${'{"a": a + a}'.repeat(40)}`],
    [400, `{"a": "xxxxxxxx"}${'{"a": a + a}'.repeat(18)}{"b": array::join([a, a, a], a)}`],
    [413, `{"a": [1, 2, 3]}${'{"a": {"b": a, "c": a}}'.repeat(40)}`],
    [400, `{"a": path("${'a.'.repeat(3000)}")}`],
    [413, `{"a": "xxxxxxxx"}${'{"a": a + a}'.repeat(18)}{"b": *[0].blocks[]{"c": ^.a}}`],
  ] as const)('%#', async ([statusCode, query]) => {
    await expect(ask(query)).rejects.toMatchObject({statusCode})
  })
})

describe('every loop watches the clock', () => {
  test.for([
    'count(*[number > 3])',
    '* | order(number desc)',
    '* | score(number > 3)',
    '*{number}',
    '*.numbers[]',
    '[...*, 1]',
    '*[0].numbers[@ > 3]',
    '*[0].numbers | order(@ desc)',
    '700 in *[0].numbers',
    'array::unique(*[0].numbers)',
    'array::join(*[0].numbers, ",")',
    'array::intersects(*[0].numbers, ["x"])',
    'math::sum(*[0].numbers)',
    'math::max(*[0].numbers)',
    'string::split(*[0].words, " ")',
    'string::split(*[0].words, "")',
    'pt::text(*[0].blocks)',
    '*[0].words match "x*"',
    'count(*[[@, _id] match text::query("word word word x")])',
    'count(*[words match text::query("word word word x")])',
    '*[0]{"x": references("x")}',
    '*[0].letters in path("**.x")',
    '*[0].numbers[]{"n": ^._id}',
    '*[0].blocks',
    '*[0..9]{"x": lower(words + letters + dots)}',
    '*[0..9]{"x": length(words + letters + dots)}',
    '*[0..9]{"x": dots match "x"}',
  ])('%s', async (query) => {
    expect(compiledQuery(query, {}).isInterruptible).toBe(true)
    const stopped = ask(query, {documents: many, timeLimitMs: -1})
    await expect(stopped).rejects.toMatchObject({statusCode: 408})
  })

  test.for([
    'count($l + $l)',
    'count(array::compact($l))',
    'count($l[5..90000])',
    'count(*[_id in $l])',
    '"none" in $l',
  ])('also where much is done in one go: %s', async (query) => {
    const params = {l: Array.from({length: 100_000}, (_, index) => `n${index}`)}
    const stopped = runQuery({
      query,
      params,
      documents: many,
      perspective: ['drafts'],
      timeLimitMs: -1,
    })
    await expect(stopped).rejects.toMatchObject({statusCode: 408})
  })

  test('but for what only groq-js has, and that says so', () => {
    expect(compiledQuery('diff::changedAny(@, {"a": 1}, a)', {}).isInterruptible).toBe(false)
  })
})
