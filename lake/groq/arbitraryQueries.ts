import {fc} from '@fast-check/vitest'
import {
  constant,
  correlated,
  dereferenced,
  field,
  join,
  match,
  outer,
  own,
  plainCondition,
  plainList,
  plainValue,
  type Text,
} from './arbitraryExpressions.ts'

export {documents, PARAMS} from './arbitraryDocuments.ts'

/* Queries for the tests of `runQuery`, of everything that it evaluates itself, nested at random. */

interface Grammar {
  expression: string
  list: string
  condition: string
  query: string
  projection: string
}
type Tie = fc.LetrecTypedTie<Grammar>

const listOf = (tie: Tie): Text =>
  fc.oneof(
    {weight: 3, arbitrary: plainList},
    join('[', tie('expression'), ', ', tie('expression'), ']'),
    join(tie('query'), '._id'),
    join(tie('query'), '[].ref._ref'),
    join(tie('query'), '.items[].k'),
    join('items[', tie('condition'), ']'),
    join('items[]{"e": ', tie('expression'), '}'),
    join('refs[]->{"e": ', tie('expression'), ', ', tie('condition'), ' => {"c": ^._id}}'),
  )

/** Conditions of which an index can tell what they let through. */
const known = fc.oneof(
  join(own, ' == ', constant),
  join('_id in ', fc.constantFrom('$ids', '["a", "b"]', '["a", $id]', 'path("drafts.**")')),
  join('_type in ', fc.constantFrom('["post", "seal"]', '[$type]')),
  join('references(', fc.constantFrom('$id', '$ids', '"b"', '$ids, "b"'), ')'),
)

const referenced = fc.oneof(
  constant,
  fc.constantFrom('$ids', '^._id', '^.ids', '^.ref._ref', '^.missing', '^.ids, ^._id'),
)

const comparisonOf = (tie: Tie): Text =>
  fc.oneof(
    {depthSize: 'small', maxDepth: 3},
    join(own, ' == ', constant),
    join(constant, ' == ', own),
    join(own, ' == ', tie('expression')),
    join(own, ' in ', tie('list')),
    join(own, ' in ', correlated),
    join('references(', referenced, ')'),
    join(
      tie('expression'),
      fc.constantFrom(' == ', ' != ', ' < ', ' <= ', ' > ', ' >= '),
      tie('expression'),
    ),
    join(tie('expression'), ' in ', tie('list')),
    match,
    plainCondition,
    join('defined(', tie('expression'), ')'),
    join('count(', tie('query'), ')', fc.constantFrom(' == 0', ' == 1', ' > 1')),
    join('count(', tie('list'), ')', ' > 1'),
  )

const expressionOf = (tie: Tie): Text =>
  fc.oneof(
    {depthSize: 'small', maxDepth: 4},
    field,
    constant,
    {weight: 2, arbitrary: plainValue},
    join(outer, field),
    join(dereferenced, field),
    join('"seal-" + ', outer, '_id'),
    join('"drafts." + ', field),
    join(tie('query'), '[0].', field),
    join('count(', tie('query'), ')'),
    join('select(', tie('condition'), ' => ', tie('expression'), ', ', tie('expression'), ')'),
    join('select(', tie('condition'), ' => ', tie('expression'), ')'),
    join('coalesce(', tie('expression'), ', ', tie('expression'), ')'),
    join('(', tie('expression'), fc.constantFrom(' + ', ' - ', ' * '), tie('expression'), ')'),
    tie('list'),
    join('(', tie('condition'), ')'),
    join(
      '{"e": ',
      tie('expression'),
      ', ..., ',
      tie('condition'),
      ' => {"f": ',
      tie('expression'),
      '}}',
    ),
  )

const conditionOf = (tie: Tie): Text =>
  fc.oneof(
    {depthSize: 'small', maxDepth: 4},
    {weight: 3, arbitrary: comparisonOf(tie)},
    join('(', known, ' && ', tie('condition'), ' || ', known, ')'),
    join('(', known, ' || ', known, ' || ', known, ')'),
    join(tie('condition'), ' && ', tie('condition')),
    join('(', tie('condition'), ' || ', tie('condition'), ')'),
    join('!(', tie('condition'), ')'),
    join('(', tie('condition'), ') == ', fc.constantFrom('true', 'false', 'null')),
    plainCondition,
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
    join('(*[', tie('condition'), '])[', tie('condition'), ']'),
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
      ', "in": ',
      tie('query'),
      '{_id, "w": ^.^._id}}}',
    ),
    join('{"l": ', tie('list'), ', "m": ', tie('expression'), '}'),
  ),
}))

/** Much that stands alone at once, of every document. */
const plainFields = join(
  '*{"a": ',
  plainValue,
  ', "b": ',
  plainValue,
  ', "c": ',
  plainList,
  ', "d": ',
  plainCondition,
  ', "e": ',
  match,
  ', "f": {"g": ',
  plainValue,
  ', "h": ',
  plainList,
  '}}',
)

const order = fc.oneof(
  fc.constantFrom(
    '',
    ' | order(n asc)',
    ' | order(t desc, _id)',
    ' | order(ref->n desc)',
    ' | order(dateTime(d), flag)',
  ),
  join(' | order(', grammar.expression, fc.constantFrom('', ' desc'), ', _id desc)'),
)
const slice = fc.constantFrom(
  '',
  '[0]',
  '[0...2]',
  '[1..2]',
  '[-1]',
  '[0...$n]',
  '[$n]',
  '[-2..10]',
)
const scored = join(
  ' | score(',
  fc.oneof(match, grammar.condition),
  ', boost(',
  fc.oneof(match, join(match, ' && ', grammar.condition), join(match, ' || ', match)),
  ', n))',
)

export const query: Text = fc.oneof(
  {weight: 3, arbitrary: plainFields},
  join(grammar.query, order, slice),
  join('count(', grammar.query, ')'),
  {
    weight: 2,
    arbitrary: join(grammar.query, order, fc.constantFrom('', '[0...3]'), grammar.projection),
  },
  join('{"a": ', grammar.query, grammar.projection, ', "b": ', grammar.query, order, slice, '}'),
  join(grammar.query, '.refs[]->', fc.constantFrom('', '{_id, "by": *[references(^._id)]._id}')),
  join(
    grammar.query,
    scored,
    fc.constantFrom('', '[_score > 1]', ' | order(_score desc)'),
    '{_id, _score}',
  ),
  join(grammar.query, grammar.projection, '{"q": ', grammar.expression, '}'),
  join(grammar.query, '{"c": diff::changedAny(@, ', grammar.expression, ', (t, n))}'),
)
