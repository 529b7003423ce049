import {expect, test} from 'vitest'
import {failureOf} from './failureOf.ts'
import {APPLIES, BASE, REFUSED, type Operations} from './patchTable.ts'
import type {Cases, OpenContentLake} from './target.ts'

/** What the operations make of the base document. */
async function patched({client, id}: OpenContentLake, operations: Operations) {
  const _id = id(`patched-${crypto.randomUUID()}`)
  await client.create({_id, _type: 'thing', ...BASE})
  await client.mutate([{patch: {id: _id, ...operations}}])
  return client.getDocument(_id)
}

export const patchCases: Cases = (lake) => {
  test.each(APPLIES)('applies %s', async (_, operations, expected) => {
    const document = await patched(lake(), operations)
    const named = Object.keys(expected).map((name) => [name, document?.[name]] as const)
    expect(Object.fromEntries(named)).toMatchObject(expected)
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

  test('nor can a patch take away or choose what the lake stamps', async () => {
    const {client, id} = lake()
    const created = await client.create({_id: id('stamped'), _type: 'thing'})
    const after = await client
      .patch(id('stamped'))
      .set({_updatedAt: '2001-01-01T00:00:00Z'})
      .unset(['_createdAt', '_rev'])
      .commit()
    expect(after).toMatchObject({_createdAt: created._createdAt, _rev: expect.any(String)})
    expect(after._updatedAt >= created._updatedAt).toBe(true)
  })

  test('patches several documents by their ids, each once', async () => {
    const {client, id} = lake()
    const ids = [id('several-a'), id('several-b')]
    await client.mutate(ids.map((_id) => ({create: {_id, _type: 'thing', size: 1}})))
    await client.mutate([{patch: {id: [...ids, id('several-a')], inc: {size: 1}}}])
    const documents = await client.getDocuments(ids)
    expect(documents.map((document) => document?.size)).toEqual([2, 2])
  })

  test('of several documents none is patched when one is missing', async () => {
    const {client, id} = lake()
    await client.create({_id: id('half'), _type: 'thing', size: 1})
    const request = client.mutate([{patch: {id: [id('half'), id('nowhere')], inc: {size: 1}}}])
    expect((await failureOf(request)).items).toEqual([{type: 'documentNotFoundError', index: 0}])
    expect(await client.getDocument(id('half'))).toMatchObject({size: 1})
  })

  test('makes keys for what is put into a list, when asked to', async () => {
    const {client, id} = lake()
    await client.create({_id: id('keyed'), _type: 'thing', list: [{_key: 'x'}]})
    const after = await client
      .patch(id('keyed'))
      .insert('after', 'list[-1]', [{n: 1}])
      .commit({autoGenerateArrayKeys: true})
    expect(after.list).toEqual([{_key: 'x'}, {_key: expect.any(String), n: 1}])
  })
}
