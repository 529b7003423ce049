import {expect, test} from 'vitest'
import {failureOf} from './failureOf.ts'
import type {Cases, OpenContentLake} from './target.ts'

const BASE = {
  title: 'warm pad',
  size: 3,
  nested: {a: 1, b: 2},
  list: [
    {_key: 'x', n: 1},
    {_key: 'y', n: 2},
  ],
  words: ['a', 'b', 'c'],
}

type Operations = Record<string, unknown>

/** What the operations make of the base document. */
async function patched({client, id}: OpenContentLake, operations: Operations) {
  const _id = id(`patched-${crypto.randomUUID()}`)
  await client.create({_id, _type: 'thing', ...BASE})
  await client.mutate([{patch: {id: _id, ...operations}}])
  return client.getDocument(_id)
}

const APPLIES: readonly [string, Operations, object][] = [
  [
    'set',
    {set: {title: 'cold pad', 'nested.c': 3}},
    {title: 'cold pad', nested: {a: 1, b: 2, c: 3}},
  ],
  ['set by key', {set: {'list[_key=="y"].n': 5}}, {list: [BASE.list[0], {_key: 'y', n: 5}]}],
  [
    'setIfMissing',
    {setIfMissing: {title: 'no', fresh: {z: 1}}},
    {title: 'warm pad', fresh: {z: 1}},
  ],
  [
    'unset by key',
    {unset: ['list[_key=="x"]', 'nested.a']},
    {list: [BASE.list[1]], nested: {b: 2}},
  ],
  ['unset by place', {unset: ['words[1]']}, {words: ['a', 'c']}],
  ['inc and dec', {inc: {size: 2}, dec: {'nested.b': 5}}, {size: 5, nested: {a: 1, b: -3}}],
  [
    'insert after the last',
    {insert: {after: 'words[-1]', items: ['d']}},
    {words: ['a', 'b', 'c', 'd']},
  ],
  [
    'insert before a key',
    {insert: {before: 'list[_key=="y"]', items: [{_key: 'z'}]}},
    {
      list: [BASE.list[0], {_key: 'z'}, BASE.list[1]],
    },
  ],
  ['replace', {insert: {replace: 'words[0:2]', items: ['z']}}, {words: ['z', 'c']}],
  [
    'diffMatchPatch',
    {diffMatchPatch: {title: '@@ -1,8 +1,8 @@\n-warm\n+cold\n  pad\n'}},
    {title: 'cold pad'},
  ],
  [
    'setIfMissing before inc',
    {setIfMissing: {'stats.seen': 0}, inc: {'stats.seen': 1}},
    {stats: {seen: 1}},
  ],
  [
    'text of any kind',
    {set: {title: 'π "quoted" \u{1F9EA} \\'}},
    {title: 'π "quoted" \u{1F9EA} \\'},
  ],
]

const REFUSED: readonly [string, Operations][] = [
  ['inc of a text', {inc: {title: 1}}],
  ['dec of a list', {dec: {words: 1}}],
  ['inc by a text', {inc: {size: '1'}}],
  ['diffMatchPatch of a number', {diffMatchPatch: {size: '@@ -1 +1 @@\n-3\n+4\n'}}],
  ['a path that does not close', {set: {'list[_key=="x"': 1}}],
  ['an empty path', {unset: ['']}],
  ['an operation that does not exist', {rename: {title: 'name'}}],
  ['a change of the type', {set: {_type: 'other'}}],
  ['a change of the id', {set: {_id: 'other'}}],
  ['insert without a place', {insert: {items: ['x']}}],
  ['unset of no list', {unset: 'title'}],
]

export const patchCases: Cases = (lake) => {
  test.each(APPLIES)('applies %s', async (_, operations, expected) => {
    expect(await patched(lake(), operations)).toMatchObject(expected)
  })

  test.each(REFUSED)('refuses %s', async (_, operations) => {
    const failure = await failureOf(patched(lake(), operations))
    expect(failure.statusCode).toBe(400)
  })

  test('a patch keeps when the document was made, and gives it a new revision', async () => {
    const {client, id} = lake()
    const created = await client.create({_id: id('times'), _type: 'thing'})
    const after = await client.patch(id('times')).set({_createdAt: 'x', _rev: 'y', a: 1}).commit()
    expect(after._createdAt).toBe(created._createdAt)
    expect(after._rev).not.toBe(created._rev)
    expect(after._rev).not.toBe('y')
    expect(after._updatedAt >= created._updatedAt).toBe(true)
  })
}
