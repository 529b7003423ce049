import {fc} from '@fast-check/vitest'
import {id, type} from './arbitraryDocuments.ts'

/* Parts of queries that stand alone, and how parts are put together. */

export type Text = fc.Arbitrary<string>

export const join = (...parts: (string | Text)[]): Text =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((texts) => texts.join(''))

const quoted = (text: Text): Text => text.map((value) => JSON.stringify(value))

export const field = fc.constantFrom(
  '_id',
  '_type',
  't',
  'n',
  'd',
  'flag',
  'ref',
  'refs',
  'tags',
  'ids',
  'obj.ref',
  'obj.list[0]',
  'obj["n"]',
  'ref._ref',
  'items',
  'body',
  'missing',
  'toString',
)
export const constant = fc.oneof(
  quoted(id),
  quoted(type),
  fc.constantFrom(
    '1',
    '2',
    '-1.5',
    '1e2',
    'true',
    'false',
    'null',
    '"mean"',
    '"2026-11-24T12:00:00Z"',
  ),
  fc.constantFrom('$id', '$ids', '$type', '$n', '$none', '$none.n'),
)
export const own = fc.constantFrom('_id', '_type')
export const outer = fc.constantFrom('^.', '^.^.', '^.^.^.')
export const dereferenced = fc.constantFrom(
  'ref->',
  'ref->ref->',
  'obj.ref->',
  '^.ref->',
  'refs[0]->',
  '@.ref->',
)

/** Lists that a field or a parameter holds. */
export const plainList = fc.oneof(
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
  fc.constantFrom(
    'items[].k',
    'items[].more[].k',
    'items[].more',
    'items[k > 0].w',
    'items[0..1].ref->t',
  ),
  fc.constantFrom('items | order(k desc, w)', 'tags | order(@)', 'ids | order(@ desc)[0...2]'),
  fc.constantFrom('items[]{k, "m": count(more[k > ^.k]), "up": ^._id}', 'items[]{...ref, w}.w'),
  fc.constantFrom(
    'tags[$n]',
    'ids[-1]',
    'tags[-2..-1]',
    'refs[]->t',
    'items[].ref->{_id}',
    'body[].children[].text',
  ),
  fc.constantFrom(
    'array::unique(tags)',
    'array::compact(tags)',
    'string::split(t, " ")',
    'string::split(t, "")',
  ),
  fc.constantFrom(
    'refs[]->items[].k',
    '@[]',
    'tags[]',
    'items[].more[0].k',
    '(items)[].w',
    '$ids[@ == ^._id]',
    '*[_type == ^._type]._id',
    '*[_id == ^.ref._ref].ids[]',
    '*[references(^.^._id)]._id',
    'items[].more[k > 1]',
  ),
)

/** Values that ask nothing but the value at hand. */
export const plainValue = fc.oneof(
  fc.constantFrom(
    '@',
    '^',
    '@._id',
    'n + 1',
    '-n',
    '+n',
    '-t',
    'n * 2',
    'n / 0',
    'n % 2',
    '2 ** n',
    'n - 0.5',
  ),
  fc.constantFrom(
    'length(tags)',
    'length(t)',
    'string(n)',
    'string(d)',
    'string(tags)',
    'lower(t)',
    'string::upper(t)',
  ),
  fc.constantFrom(
    'dateTime(d)',
    'dateTime(now()) - dateTime(d)',
    'dateTime(d) + 60',
    'dateTime(d) - n',
    'now()',
  ),
  fc.constantFrom(
    'string(dateTime(d))',
    'dateTime(dateTime(d))',
    '60 + dateTime(d)',
    'dateTime::now()',
    'identity()',
  ),
  fc.constantFrom('round(n)', 'round(n, 1)', 'round(n / 3, 2)', 'round(t)', 'round(n, -1)'),
  fc.constantFrom(
    'math::min(tags)',
    'math::max(items[].k)',
    'math::sum(obj.list)',
    'math::avg(items[].more[].k)',
  ),
  fc.constantFrom(
    'pt::text(body)',
    'pt::text(body[0])',
    'array::join(tags, ",")',
    'array::join(ids, n)',
    'sanity::dataset()',
  ),
  fc.constantFrom(
    'obj + {"x": 1}',
    'tags + ids',
    't + t',
    'obj.list + [n]',
    '{...obj, "n": 1}',
    '[...tags, n, ...ids]',
  ),
  fc.constantFrom(
    'refs[]->{_id, "u": ^._id}',
    'path("drafts.**")',
    '{"p": path("a.*")}',
    '{"a": n, ...}.n',
  ),
  fc.constantFrom(
    '{"a": 1, "a": n}.a',
    '{"x": t}{"y": x}',
    'n{...}',
    'obj{n, "l": list[0]}',
    'ref{"r": _ref}.r',
  ),
)

/** Names that depend on the document that is filtered, some only from within. */
export const correlated = fc.constantFrom(
  '$ids[@ == ^._id]',
  '*[_type == ^._type]._id',
  '^.ids[@ != ^.^._id]',
  '^.refs[]{"k": ^._id}.k',
  '^.refs[]{"k": ^.^.ref._ref}.k',
  '*[references(^._id)]._id',
  '*[references(^.^._id)].ref._ref',
  '[*[_id == ^.ref._ref][0].ref._ref, ^._id]',
)

/** Conditions that ask nothing but the value at hand. */
export const plainCondition = fc.oneof(
  fc.constantFrom(
    'defined(n + 1e308 + 1e308)',
    'flag',
    'flag == true',
    'missing',
    'true',
    '!flag',
    'n',
    '!(n > 1)',
  ),
  fc.constantFrom(
    'n in 0..2',
    'n in (0...$n)',
    't in "a".."n"',
    'd in d..now()',
    'dateTime(d) in dateTime(d)..dateTime(now())',
  ),
  fc.constantFrom(
    'dateTime(d) <= dateTime(now())',
    'dateTime(d) == dateTime("2026-11-24T12:00:00Z")',
    'dateTime(d) > d',
  ),
  fc.constantFrom(
    '_id in path("drafts.**")',
    '_id in path("*")',
    '_id in path("versions.*.a")',
    't in path(t)',
  ),
  fc.constantFrom(
    'string::startsWith(_id, "drafts")',
    'array::intersects(tags, ids)',
    'sanity::versionOf("a")',
  ),
  fc.constantFrom(
    'sanity::partOfRelease("r1")',
    'sanity::versionOf($id)',
    'references("a", $ids)',
    'references(^._id)',
  ),
  fc.constantFrom(
    '_id in [path("a")]',
    '_id in path($type)',
    '_type in path("*")',
    '(_id in path("drafts.**")) == false',
  ),
)

const texts = fc.constantFrom(
  't',
  '[t, _id]',
  'tags',
  'n',
  'body[].children[].text',
  'ref->t',
  '"v1.2. ÄRA"',
)
const patterns = fc.constantFrom(
  '"mean"',
  '"se*"',
  '["mean", "t*"]',
  '"*e*n"',
  '"v1.2"',
  '"v..2*"',
  '""',
  '["mean", 1]',
  '$id',
  '"ära"',
  '"SS* set"',
  't',
  '"*.*"',
  '"....so"',
)
export const match = join(texts, ' match ', patterns)
