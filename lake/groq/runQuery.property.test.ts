import {fc, test} from '@fast-check/vitest'
import {evaluate, parse} from 'groq-js'
import {expect} from 'vitest'
import {createDocumentSet} from '../storage/createDocumentSet.ts'
import type {LakeDocument} from '../storage/storage.ts'
import {runQuery} from './runQuery.ts'

/*
 * groq-js as it comes, over a plain list, is the oracle: whatever look-ups and chained filters a query is rewritten to,
 * the answer is the same. `FUZZ_RUNS` makes it run longer, `FUZZ_SEED` elsewhere.
 */
const RUNS = {
  seed: Number(process.env.FUZZ_SEED ?? 20_261_124),
  numRuns: Number(process.env.FUZZ_RUNS ?? 1500),
}

const IDS = ['a', 'b', 'c', 'drafts.a', 'x.y']
const TYPES = ['claim', 'slide', 'seal']

const document = fc.record(
  {
    _type: fc.constantFrom(...TYPES),
    n: fc.constantFrom(0, 1, 2, null),
    title: fc.constantFrom('warm pad', 'cold pad', 'warm air'),
    ref: fc.constantFrom(...IDS, 'gone').map((_ref) => ({_type: 'reference', _ref})),
    refs: fc
      .subarray(IDS)
      .map((ids) => ids.map((_ref) => ({_key: _ref, _type: 'reference', _ref}))),
    tags: fc.subarray(['u', 'v']),
  },
  {requiredKeys: ['_type']},
)
const dataset = fc
  .array(document, {maxLength: IDS.length})
  .map((documents) =>
    documents.map((fields, at): LakeDocument => ({
      ...fields,
      _id: IDS[at] ?? '',
      _rev: 'r',
      _createdAt: '2026-01-01T00:00:00Z',
      _updatedAt: '2026-01-01T00:00:00Z',
    })),
  )

const id = fc.constantFrom(...IDS, 'gone').map((value) => JSON.stringify(value))
const type = fc.constantFrom(...TYPES, 'none').map((value) => JSON.stringify(value))
const simple = fc.oneof(
  id.map((value) => `_id == ${value}`),
  id.map((value) => `${value} == _id`),
  type.map((value) => `_type == ${value}`),
  fc.tuple(id, id).map((values) => `_id in [${values.join(', ')}]`),
  fc.tuple(type, type).map((values) => `_type in [${values.join(', ')}]`),
  id.map((value) => `references(${value})`),
  fc.tuple(id, id).map((values) => `references([${values.join(', ')}])`),
  fc.constantFrom(
    '_id == $id',
    '_type == $type',
    '_id in $ids',
    'references($id)',
    'references($ids)',
  ),
  fc.constantFrom(
    'n > 0',
    'defined(ref)',
    'title match "warm*"',
    '"u" in tags',
    'ref->n == 1',
    'count(refs) > 1',
    '_id in path("drafts.**")',
    'n == null',
    '_id == title',
    'count(refs[@->n == 1]) > 0',
  ),
)
const {condition} = fc.letrec<{condition: string}>((tie) => ({
  condition: fc.oneof(
    {depthSize: 'small', withCrossShrink: true},
    simple,
    fc
      .tuple(tie('condition'), fc.constantFrom('&&', '||'), tie('condition'))
      .map(([left, op, right]) => `(${left} ${op} ${right})`),
    tie('condition').map((inner) => `!(${inner})`),
  ),
}))
const filters = fc
  .array(condition, {minLength: 1, maxLength: 3})
  .map((all) => all.map((each) => `[${each}]`).join(''))
const nested = fc.constantFrom(
  'count(*[_id == ^.ref._ref])',
  'count(*[_type == ^._type][n == ^.n])',
  'count(*[references(^._id)])',
  '*[references(^._id)] | order(_id) {_id}',
  '*[_id in ^.refs[]._ref] | order(_id) {_id}',
  'refs[]->{"m": n, "back": count(*[_id == ^._id])}',
  'ref->ref->title',
  'count(*[_id == "seal-" + ^._id][defined(n)])',
  'select(n > 0 => count(*[_type == "slide"]), "none")',
)
const query = fc
  .tuple(filters, fc.option(nested))
  .map(
    ([chain, more]) =>
      `*${chain} | order(_id) ${more === null ? '{_id, n}' : `{_id, "more": ${more}}`}`,
  )
const params = {id: 'a', type: 'claim', ids: ['b', 'x.y']}

test.prop([dataset, query], RUNS)(
  'a rewritten query answers as groq-js does',
  async (documents, text) => {
    const set = createDocumentSet()
    documents.forEach((each) => set.put(each))
    const value = await evaluate(parse(text, {params}), {dataset: documents, params})
    const expected: unknown = await value.get()
    const found = await runQuery({query: text, params, documents: set, perspective: ['raw']})
    expect(found).toEqual(expected)
  },
)
