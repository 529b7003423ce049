import {fc} from '@fast-check/vitest'
import type {LakeDocument} from '../storage/storage.ts'

/* Documents for the tests of `runQuery`: few ids, types and values, so that they meet often. */

const PUBLISHED = ['a', 'b', 'c', 'd', 'seal-a', 'seal-b']
export const id = fc.constantFrom(
  ...PUBLISHED,
  'drafts.a',
  'drafts.b',
  'versions.r1.a',
  'versions.r2.c',
)
const target = fc.constantFrom(...PUBLISHED, 'drafts.a', 'none')
export const type = fc.constantFrom('post', 'author', 'seal')
const word = fc.constantFrom(
  'mean',
  'set-up',
  'Mean time',
  'seal-a',
  'a b',
  '',
  'v1.2.',
  '... So.',
  'ÄRA ß',
)
const reference = target.map((_ref) => ({_type: 'reference', _ref}))
const number = fc.oneof(fc.integer({min: -1, max: 3}), fc.constantFrom(0.5, 2.25, -1.5))
const scalar = fc.oneof(word, number, fc.boolean(), fc.constant(null))
const mostly = <T, U>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<U>): fc.Arbitrary<T | U> =>
  fc.oneof({weight: 4, arbitrary: usual}, {weight: 1, arbitrary: other})
const list = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(of, {maxLength: 3})
const record = (
  model: Readonly<Record<string, fc.Arbitrary<unknown>>>,
): fc.Arbitrary<Record<string, unknown>> =>
  fc.record<Record<string, unknown>, never>(model, {requiredKeys: [], noNullPrototype: true})

const moment = fc.constantFrom(
  '2026-01-01T00:00:00Z',
  '2026-11-24T12:00:00.000Z',
  '2026-11-24T13:00:00+01:00',
  '2027-05-06T07:08:09.25Z',
  '2026-13-45T99:99:99Z',
  '2026-01-01',
)
const span = record({_type: mostly(fc.constant('span'), word), text: mostly(word, scalar)})
const block = record({
  _type: mostly(fc.constant('block'), scalar),
  children: mostly(list(span), scalar),
})
const item = record({
  k: scalar,
  w: word,
  ref: mostly(reference, scalar),
  more: list(record({k: number})),
})

const content = record({
  t: mostly(word, scalar),
  n: mostly(number, scalar),
  d: mostly(moment, scalar),
  flag: fc.oneof(fc.boolean(), fc.constant(null)),
  ref: mostly(reference, scalar),
  refs: list(mostly(reference, scalar)),
  tags: fc.oneof(list(scalar), scalar),
  ids: fc.oneof(list(fc.oneof(target, scalar)), target),
  obj: record({ref: reference, n: scalar, list: list(scalar)}),
  items: mostly(list(mostly(item, scalar)), scalar),
  body: mostly(list(block), block),
  _score: fc.oneof(number, word),
})
const when = '2026-01-01T00:00:00Z'

export const documents: fc.Arbitrary<LakeDocument[]> = fc.uniqueArray(
  fc.tuple(id, type, content).map(([_id, _type, fields]) => ({
    ...fields,
    _id,
    _type,
    _rev: 'r',
    _createdAt: when,
    _updatedAt: when,
  })),
  {selector: ({_id}) => _id, maxLength: 8},
)

export const PARAMS = {
  id: 'a',
  ids: ['a', 'drafts.b', 3, 'none', 'a'],
  type: 'post',
  n: 1,
  none: null,
}

/** What one query is asked with, one after the other: the same names, and not the same types. */
export const ALL_PARAMS = [
  PARAMS,
  {id: 'seal-b', ids: [], type: 'seal', n: 0, none: 'b'},
  {id: 2, ids: 'c', type: null, n: 't', none: {_ref: 'b', n: 1}},
]
