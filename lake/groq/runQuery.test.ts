import {describe, expect, test} from 'vitest'
import {createDocumentSet} from '../storage/createDocumentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {GroqError} from './groqError.ts'
import {runQuery} from './runQuery.ts'

const WHEN = '2026-01-01T00:00:00Z'

function document(_id: string, _type: string, fields: object = {}): LakeDocument {
  return {...fields, _id, _type, _rev: `rev-${_id}`, _createdAt: WHEN, _updatedAt: WHEN}
}

const span = {_type: 'span', text: 'Bench test'}
const STORED = [
  document('claim', 'claim', {title: 'Mean set-up time of 51 seconds', proof: {_ref: 'study'}}),
  document('drafts.claim', 'claim', {
    title: 'Mean set-up time of 49 seconds',
    proof: {_ref: 'study-b'},
  }),
  document('versions.spring.claim', 'claim', {title: 'Set-up in spring', proof: {_ref: 'study'}}),
  document('slide', 'slide', {
    title: 'Fast',
    claim: {_ref: 'claim'},
    tags: ['set-up', 'speed'],
    refs: [{_ref: 'claim'}],
  }),
  document('versions.spring.slide', 'slide', {_system: {delete: true}}),
  document('drafts.new', 'slide', {title: 'New', claim: {_ref: 'claim'}}),
  document('study', 'evidence', {title: 'Study A', body: [{_type: 'block', children: [span]}]}),
  document('study-b', 'evidence', {title: 'Study B'}),
  document('_.releases.spring', 'system.release', {name: 'spring'}),
]

function ask(
  query: string,
  {params = {}, perspective = ['raw'], timeLimitMs = 5000} = {},
): Promise<unknown> {
  const documents = createDocumentSet()
  STORED.toReversed().forEach((stored) => documents.put(stored))
  const now = new Date(WHEN)
  return runQuery({query, params, documents, perspective, timeLimitMs, now, identity: 'me'})
}

describe('perspectives', () => {
  test.for([
    {perspective: ['published'], ids: ['_.releases.spring', 'claim', 'slide', 'study', 'study-b']},
    {
      perspective: ['drafts'],
      ids: ['_.releases.spring', 'claim', 'new', 'slide', 'study', 'study-b'],
    },
    {
      perspective: ['previewDrafts'],
      ids: ['_.releases.spring', 'claim', 'new', 'slide', 'study', 'study-b'],
    },
    {
      perspective: ['spring', 'drafts'],
      ids: ['_.releases.spring', 'claim', 'new', 'study', 'study-b'],
    },
    {perspective: ['spring'], ids: ['_.releases.spring', 'claim', 'study', 'study-b']},
  ])('$perspective shows each document once', async ({perspective, ids}) => {
    expect(await ask('*._id', {perspective})).toEqual(ids)
  })

  test('an overlay says which copy it shows, and references lead into it', async () => {
    const query =
      '*[_id == "slide"][0]{_originalId, "claim": claim->{_id, _originalId, title}, "by": *[references("study-b")]._id}'
    expect(await ask(query, {perspective: ['drafts']})).toEqual({
      _originalId: 'slide',
      claim: {_id: 'claim', _originalId: 'drafts.claim', title: 'Mean set-up time of 49 seconds'},
      by: ['claim'],
    })
    expect(await ask('*[references("study")]._id', {perspective: ['drafts']})).toEqual([])
    expect(await ask('*[references("study")]._id', {perspective: ['published']})).toEqual(['claim'])
  })

  test('a type is that of the copy shown', async () => {
    const slides = await ask('*[_type == "slide"]._originalId', {perspective: ['drafts']})
    expect(slides).toEqual(['drafts.new', 'slide'])
    expect(await ask('count(*[_type in ["slide", "claim"]])')).toBe(6)
  })

  test('releases can be asked for', async () => {
    expect(await ask('releases::all()[].name')).toEqual(['spring'])
  })
})

describe('keys that are not known before the query runs', () => {
  test.for([
    ['*[_id == "slide"][0]{"x": count(*[_id in ^.refs[]{"k": ^._id}.k])}.x', STORED.length],
    ['*[_type == "slide" && defined(claim)]{"x": *[_id in [^.claim._ref]]._id}[0].x', ['claim']],
    ['*[_id == "slide"][0]{"x": *[_id == ^.missing]._id}.x', []],
    ['*[_id == "study"][0]{"x": *[references(^._id)]._id}.x', ['claim', 'versions.spring.claim']],
    ['*[_id == "study"][0]{"x": *[references(^.missing)]._id}.x', []],
    ['*[_id in *[_type == "claim"].proof._ref]._id', ['study', 'study-b']],
    ['*[_id in path("drafts.**")]._id', ['drafts.claim', 'drafts.new']],
  ] as const)('%s', async ([query, result]) => {
    expect(await ask(query)).toEqual(result)
  })
})

describe('text::query', () => {
  test.for([
    ['mean', ['claim', 'drafts.claim']],
    ['spee*', ['slide']],
    ['spee', []],
    ['"set-up time"', ['claim', 'drafts.claim']],
    ['"time set-up"', []],
    ['set-up -mean', ['slide', 'versions.spring.claim']],
    ['bench', ['study']],
    ['drafts.new', ['drafts.new']],
    ['MEAN 51', ['claim']],
  ] as const)('%s', async ([q, ids]) => {
    expect(await ask('*[[@, _id] match text::query($q)]._id', {params: {q}})).toEqual(ids)
  })

  test('an empty search and a lone star let everything through', async () => {
    const query = 'count(*[[@, _id] match text::query($q)])'
    expect(await ask(query, {params: {q: ''}})).toBe(STORED.length)
    expect(await ask(query, {params: {q: '*'}})).toBe(STORED.length)
  })

  test('asks only what stands on its left', async () => {
    expect(await ask('*[title match text::query("set-up")]._id')).not.toContain('slide')
    expect(await ask('*[tags match text::query("set-up")]._id')).toEqual(['slide'])
    const text = '*[[title, pt::text(body)] match text::query("bench")]._id'
    expect(await ask(text)).toEqual(['study'])
  })

  test("weighs as the Studio's search does", async () => {
    const query = `*[_type in $types]
      | score(
          boost(_type in ["slide"] && title match text::query($q), 10),
          ([@, _id] match text::query($q) || references($raw))
        )
      [_score > 0] {_id, _score} | order(_score desc) [0...$limit]`
    const params = {types: ['slide', 'evidence'], q: 'fast*', raw: 'fast', limit: 10}
    expect(await ask(query, {params})).toEqual([{_id: 'slide', _score: 13}])
  })
})

describe('a query that cannot be answered', () => {
  test.for([
    ['*[', 1],
    ['*[_id == $missing]', 9],
    ['nowhere::at(1)', 0],
    ['geo::distance(1, 2)', 0],
    [`${'('.repeat(50_000)}1`, 0],
    [`*[${'true && '.repeat(50_000)}true]`, 0],
  ] as const)('is refused with a reason: %#', async ([query, start]) => {
    const error: unknown = await ask(query).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(GroqError)
    expect(error).toMatchObject({statusCode: 400, type: 'queryParseError', query, start})
  })

  test('stops when its time is up, and the next one is answered', async () => {
    const slow = '*{"a": *{"b": *{"c": *{"d": *{"e": *{"f": *[title != ^.title]}}}}}}'
    await expect(ask(slow, {timeLimitMs: 100})).rejects.toMatchObject({
      statusCode: 408,
      type: 'queryTimeoutError',
    })
    expect(await ask('count(*)')).toBe(STORED.length)
  })
})

test('diff functions run in the slow evaluator', async () => {
  expect(await ask('diff::changedAny({"a": 1}, {"a": 2}, a)')).toBe(true)
})

test('dates come as text', async () => {
  expect(await ask('{"a": dateTime(now()) + 60, "b": [dateTime(now())]}')).toEqual({
    a: '2026-01-01T00:01:00Z',
    b: ['2026-01-01T00:00:00Z'],
  })
})
