import {fc} from '@fast-check/vitest'
import type {LakeDocument} from '../storage/storage.ts'

/* Documents and queries for the tests of `runQuery`: few ids, types and values, so that they meet often. */

const PUBLISHED = ['a', 'b', 'c', 'd', 'seal-a', 'seal-b']
const id = fc.constantFrom(...PUBLISHED, 'drafts.a', 'drafts.b', 'versions.r1.a', 'versions.r2.c')
const target = fc.constantFrom(...PUBLISHED, 'drafts.a', 'none')
const type = fc.constantFrom('post', 'author', 'seal')
const word = fc.constantFrom('mean', 'set-up', 'Mean time', 'seal-a', 'a b', '')
const reference = target.map((_ref) => ({_type: 'reference', _ref}))
const scalar = fc.oneof(word, fc.integer({min: 0, max: 3}), fc.boolean(), fc.constant(null))
const mostly = <T, U>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<U>): fc.Arbitrary<T | U> =>
  fc.oneof({weight: 4, arbitrary: usual}, {weight: 1, arbitrary: other})

const content = fc.record(
  {
    t: mostly(word, scalar),
    n: mostly(fc.integer({min: 0, max: 3}), scalar),
    flag: fc.oneof(fc.boolean(), fc.constant(null)),
    ref: mostly(reference, scalar),
    refs: fc.array(mostly(reference, scalar), {maxLength: 3}),
    tags: fc.oneof(fc.array(scalar, {maxLength: 3}), scalar),
    ids: fc.oneof(fc.array(fc.oneof(target, scalar), {maxLength: 3}), target),
    obj: fc.record({ref: reference, n: scalar}, {requiredKeys: [], noNullPrototype: true}),
  },
  {requiredKeys: [], noNullPrototype: true},
)
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

const quoted = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  text.map((value) => JSON.stringify(value))
const join = (...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((texts) => texts.join(''))

const FIELDS = [
  '_id',
  '_type',
  't',
  'n',
  'flag',
  'ref',
  'refs',
  'tags',
  'ids',
  'obj.ref',
  'ref._ref',
  'missing',
]
const field = fc.constantFrom(...FIELDS)
const constant = fc.oneof(
  quoted(id),
  quoted(type),
  fc.constantFrom('1', '2', 'true', 'false', 'null', '$id', '$type', '$n', '$none', '"mean"'),
)
const own = fc.constantFrom('_id', '_type')
const outer = fc.constantFrom('^.', '^.^.', '^.^.^.')
const dereferenced = fc.constantFrom('ref->', 'ref->ref->', 'obj.ref->', '^.ref->', 'refs[0]->')

interface Grammar {
  expression: string
  list: string
  condition: string
  query: string
  projection: string
}
type Tie = fc.LetrecTypedTie<Grammar>

const listOf = (tie: Tie): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      '$ids',
      '^.ids',
      '^.refs[]._ref',
      'refs[]._ref',
      '^.^.ids',
      'tags',
      '[]',
      '["a", "b"]',
    ),
    fc.constantFrom('^.ids[defined(@)]', '^.ids[@ != ^.^._id]', '^.refs[_ref == ^._id]._ref'),
    fc.constantFrom(
      '^.refs[]{"k": ^.^.ref._ref}.k',
      '^.refs[]{"k": ^.ref._ref}.k',
      '^.ids[]{"k": ^._id}.k',
    ),
    join('[', tie('expression'), ', ', tie('expression'), ']'),
    join(tie('query'), '._id'),
    join(tie('query'), '[].ref._ref'),
  )

/** Conditions of which an index can tell what they let through. */
const known = fc.oneof(
  join(own, ' == ', constant),
  join('_id in ', fc.constantFrom('$ids', '["a", "b"]')),
  join('_type in ', fc.constantFrom('["post", "seal"]', '[$type]')),
  join('references(', fc.constantFrom('$id', '$ids', '"b"'), ')'),
)

const referenced = fc.oneof(
  constant,
  fc.constantFrom('$ids', '^._id', '^.ids', '^.ref._ref', '^.missing'),
)

const comparisonOf = (tie: Tie): fc.Arbitrary<string> =>
  fc.oneof(
    {depthSize: 'small', maxDepth: 3},
    join(own, ' == ', constant),
    join(constant, ' == ', own),
    join(own, ' == ', tie('expression')),
    join(own, ' in ', tie('list')),
    join('references(', referenced, ')'),
    join(tie('expression'), fc.constantFrom(' == ', ' != ', ' < ', ' >= '), tie('expression')),
    join(tie('expression'), ' in ', tie('list')),
    join(
      fc.constantFrom('t', '[t, _id]', 'tags'),
      ' match ',
      fc.constantFrom('"mean"', '"se*"', '["mean", "t*"]'),
    ),
    join('defined(', tie('expression'), ')'),
    join('count(', tie('query'), ')', fc.constantFrom(' == 0', ' == 1', ' > 1')),
    join('count(', tie('list'), ')', ' > 1'),
  )

const expressionOf = (tie: Tie): fc.Arbitrary<string> =>
  fc.oneof(
    {depthSize: 'small', maxDepth: 4},
    field,
    constant,
    join(outer, field),
    join(dereferenced, field),
    join('"seal-" + ', outer, '_id'),
    join('"drafts." + ', field),
    join(tie('query'), '[0].', field),
    join('count(', tie('query'), ')'),
    join('select(', tie('condition'), ' => ', tie('expression'), ', ', tie('expression'), ')'),
    join('coalesce(', tie('expression'), ', ', tie('expression'), ')'),
    fc.constantFrom('@', '^', '@._id', 'n + 1', 'refs[]->t', 'refs[]->{_id, "u": ^._id}'),
    fc.constantFrom('array::unique(tags)', 'length(tags)', 'string(n)'),
  )

const conditionOf = (tie: Tie): fc.Arbitrary<string> =>
  fc.oneof(
    {depthSize: 'small', maxDepth: 4},
    {weight: 2, arbitrary: comparisonOf(tie)},
    join('(', known, ' && ', tie('condition'), ' || ', known, ')'),
    join('(', known, ' || ', known, ' || ', known, ')'),
    join(tie('condition'), ' && ', tie('condition')),
    join('(', tie('condition'), ' || ', tie('condition'), ')'),
    join('!(', tie('condition'), ')'),
    fc.constantFrom('flag', 'flag == true', 'missing', 'true'),
  )

const grammar = fc.letrec<Grammar>((tie: Tie) => ({
  expression: expressionOf(tie),
  list: listOf(tie),
  condition: conditionOf(tie),
  query: fc.oneof(
    {depthSize: 'small', maxDepth: 3},
    join('*[', tie('condition'), ']'),
    join('*[', tie('condition'), '][', tie('condition'), ']'),
    join('*[', tie('condition'), ' && ', tie('condition'), ']'),
    join('(*)[', tie('condition'), ']'),
    fc.constant('*'),
  ),
  projection: fc.oneof(
    {depthSize: 'small', maxDepth: 3},
    fc.constantFrom(
      '{_id, t}',
      '{..., "d": ref->}',
      '{"_id": _id, refs[]->{_id}}',
      '._id',
      '.ref->t',
      '',
    ),
    join('{_id, "x": ', tie('expression'), '}'),
    join('{_id, "x": ', tie('query'), tie('projection'), '}'),
    join('{_id, ', tie('condition'), ' => {"y": ', tie('expression'), '}}'),
    join(
      '{"z": ',
      tie('query'),
      '{"up": ',
      tie('expression'),
      ', "inner": ',
      tie('query'),
      '{_id, "w": ^.^._id}}}',
    ),
  ),
}))

const order = fc.constantFrom(
  '',
  ' | order(n asc)',
  ' | order(t desc, _id)',
  ' | order(ref->n desc)',
  ' | order(count(*[_id == ^.ref._ref]) desc)',
)
const slice = fc.constantFrom('', '[0]', '[0...2]', '[1..2]', '[-1]')

export const query: fc.Arbitrary<string> = fc.oneof(
  join(grammar.query, order, slice),
  join('count(', grammar.query, ')'),
  join(grammar.query, order, fc.constantFrom('', '[0...3]'), grammar.projection),
  join('{"a": ', grammar.query, grammar.projection, ', "b": ', grammar.query, order, slice, '}'),
  join(grammar.query, '.refs[]->', fc.constantFrom('', '{_id, "by": *[references(^._id)]._id}')),
  join(grammar.query, ' | score(t match "mean", n == 1 || t match "se*")'),
)
