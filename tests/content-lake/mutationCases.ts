import {expect, test} from 'vitest'
import {failureOf} from './failureOf.ts'
import type {Cases} from './target.ts'

export const mutationCases: Cases = (lake) => {
  test('create stamps the document, whose revision is the transaction', async () => {
    const {client, id} = lake()
    const created = await client.create({_id: id('created'), _type: 'thing', title: 'One'})
    expect(created).toMatchObject({_id: id('created'), _type: 'thing', title: 'One'})
    expect(created._createdAt).toBe(created._updatedAt)
    expect(created._rev).toMatch(/^\S+$/u)
    expect(await client.getDocument(id('created'))).toEqual(created)
  })

  test('create makes an id where none is given, also under a path', async () => {
    const {client, id} = lake()
    const free = await client.create({_type: 'thing'})
    const under = await client.create({_id: `${id('path')}.`, _type: 'thing'})
    expect(free._id).toMatch(/^\S{10,}$/u)
    expect(under._id.startsWith(`${id('path')}.`)).toBe(true)
    await client.delete(free._id)
  })

  test('create of an id that is taken is refused', async () => {
    const {client, id} = lake()
    await client.create({_id: id('taken'), _type: 'thing'})
    const failure = await failureOf(client.create({_id: id('taken'), _type: 'thing'}))
    expect(failure).toMatchObject({
      statusCode: 409,
      type: 'mutationError',
      items: [{type: 'documentAlreadyExistsError', index: 0}],
    })
  })

  test('createIfNotExists leaves what is there and gives it back', async () => {
    const {client, id} = lake()
    const first = await client.create({_id: id('once'), _type: 'thing', title: 'First'})
    const second = await client.createIfNotExists({
      _id: id('once'),
      _type: 'thing',
      title: 'Second',
    })
    expect(second).toEqual(first)
  })

  test('createOrReplace leaves nothing of what was there', async () => {
    const {client, id} = lake()
    await client.create({_id: id('replaced'), _type: 'thing', title: 'Old', size: 1})
    const replaced = await client.createOrReplace({
      _id: id('replaced'),
      _type: 'thing',
      title: 'New',
    })
    expect(replaced).toMatchObject({title: 'New'})
    expect(replaced).not.toHaveProperty('size')
  })

  test('delete removes; to delete what is not there changes nothing', async () => {
    const {client, id} = lake()
    await client.create({_id: id('gone'), _type: 'thing'})
    await client.delete(id('gone'))
    await client.delete(id('gone'))
    expect(await client.getDocument(id('gone'))).toBeUndefined()
  })

  test('a transaction happens whole, under its id', async () => {
    const {client, id} = lake()
    await client.create({_id: id('whole-a'), _type: 'thing', size: 1})
    const transactionId = id('transaction')
    const result = await client
      .transaction()
      .create({_id: id('whole-b'), _type: 'thing'})
      .patch(id('whole-a'), (patch) => patch.set({size: 2}))
      .transactionId(transactionId)
      .commit({returnDocuments: false})
    expect(result.transactionId).toBe(transactionId)
    expect(result.results).toEqual([
      {id: id('whole-b'), operation: 'create'},
      {id: id('whole-a'), operation: 'update'},
    ])
    const documents = await client.getDocuments([id('whole-a'), id('whole-b')])
    expect(documents.map((document) => document?._rev)).toEqual([transactionId, transactionId])
  })

  test('a transaction with one mutation that fails leaves nothing', async () => {
    const {client, id} = lake()
    const transaction = client
      .transaction()
      .create({_id: id('never'), _type: 'thing'})
      .patch(id('missing'), (patch) => patch.set({size: 2}))
    const failure = await failureOf(transaction.commit())
    expect(failure).toMatchObject({
      statusCode: 404,
      items: [{type: 'documentNotFoundError', index: 1}],
    })
    expect(await client.getDocument(id('never'))).toBeUndefined()
  })

  test('mutations of a transaction see what those before them did', async () => {
    const {client, id} = lake()
    await client
      .transaction()
      .create({_id: id('steps'), _type: 'thing', size: 1})
      .patch(id('steps'), (patch) => patch.inc({size: 1}))
      .patch(id('steps'), (patch) => patch.inc({size: 3}))
      .commit()
    expect(await client.getDocument(id('steps'))).toMatchObject({size: 5})
  })

  test('a transaction id is good for one transaction', async () => {
    const {client, id} = lake()
    const transactionId = id('only-once')
    const use = (name: string) =>
      client.mutate([{create: {_id: id(name), _type: 'thing'}}], {transactionId})
    await use('first-use')
    expect((await failureOf(use('second-use'))).statusCode).toBe(409)
    expect(await client.getDocument(id('second-use'))).toBeUndefined()
  })

  test('a dry run is checked and leaves nothing', async () => {
    const {client, id} = lake()
    await client.create({_id: id('dry'), _type: 'thing'}, {dryRun: true})
    expect(await client.getDocument(id('dry'))).toBeUndefined()
    const failure = await failureOf(client.patch(id('dry')).set({a: 1}).commit({dryRun: true}))
    expect(failure.statusCode).toBe(404)
  })

  test('keys are made for members of lists on request, at any depth', async () => {
    const {client, id} = lake()
    const document = {
      _id: id('keys'),
      _type: 'thing',
      list: [{a: 1}, {_key: 'mine', inner: [{b: 2}, 'text']}],
    }
    const created = await client.create(document, {autoGenerateArrayKeys: true})
    expect(created.list).toMatchObject([
      {_key: expect.any(String), a: 1},
      {_key: 'mine', inner: [{_key: expect.any(String), b: 2}, 'text']},
    ])
  })

  test('a revision that is not the expected one is refused', async () => {
    const {client, id} = lake()
    const {_rev} = await client.create({_id: id('revised'), _type: 'thing', size: 1})
    await client.patch(id('revised')).ifRevisionId(_rev).set({size: 2}).commit()
    const late = client.patch(id('revised')).ifRevisionId(_rev).set({size: 3}).commit()
    expect(await failureOf(late)).toMatchObject({
      statusCode: 409,
      items: [{type: 'documentRevisionIDDoesNotMatchError', index: 0}],
    })
    expect(await client.getDocument(id('revised'))).toMatchObject({size: 2})
  })

  test('patches and deletes what a query selects', async () => {
    const {client, id} = lake()
    const group = id('group')
    await Promise.all(
      ['one', 'two', 'other'].map((name) =>
        client.create({
          _id: id(`by-query-${name}`),
          _type: 'thing',
          group: name === 'other' ? '' : group,
        }),
      ),
    )
    const selection = {query: '*[_type == "thing" && group == $group]', params: {group}}
    await client.patch(selection).set({seen: true}).commit({returnFirst: false})
    expect(await client.fetch('count(*[group == $group && seen])', {group})).toBe(2)
    await client.delete(selection)
    expect(await client.fetch('count(*[group == $group])', {group})).toBe(0)
    expect(await client.getDocument(id('by-query-other'))).toBeDefined()
  })

  test('refuses a document without a type', async () => {
    const {client, id} = lake()
    const untyped = client.mutate([{create: {_id: id('untyped'), _type: ''}}])
    expect((await failureOf(untyped)).statusCode).toBe(400)
  })

  test.each(['with space', 'a/b', 'ä', '.dot', '-dash', 'a..b', 'a.-b', 'x'.repeat(129), 'a#b'])(
    'refuses %j as an id',
    async (wrong) => {
      const {client} = lake()
      const failure = await failureOf(client.mutate([{create: {_id: wrong, _type: 'thing'}}]))
      expect(failure).toMatchObject({
        statusCode: 400,
        type: 'mutationError',
        items: [{type: 'validationError', index: 0}],
      })
    },
  )

  test('takes an id of every character that is allowed, and of the greatest length', async () => {
    const {client, id} = lake()
    const _id = `${id('azAZ09_.b-c_d')}${'x'.repeat(128)}`.slice(0, 128)
    expect(await client.create({_id, _type: 'thing'})).toMatchObject({_id})
  })

  test('refuses a field that is called __proto__, which would be lost on the way', async () => {
    const {client, id} = lake()
    const nested: {_id: string; _type: string} = JSON.parse(
      `{"_id": "${id('proto')}", "_type": "thing", "a": [{"__proto__": {"b": 1}}]}`,
    )
    expect((await failureOf(client.create(nested))).statusCode).toBe(400)
    expect(await client.getDocument(id('proto'))).toBeUndefined()
  })

  test('whoever makes a document may say when it was made and changed', async () => {
    const {client, id} = lake()
    const times = {_createdAt: '2001-02-03T04:05:06Z', _updatedAt: '2002-02-03T04:05:06Z'}
    const created = await client.create({_id: id('old'), _type: 'thing', ...times})
    expect(created).toMatchObject(times)
    const patched = await client.patch(id('old')).set({a: 1}).commit()
    expect(patched._createdAt).toBe(times._createdAt)
    expect(patched._updatedAt > '2020').toBe(true)
  })

  test('deletes and makes a document again in one transaction', async () => {
    const {client, id} = lake()
    const _id = id('again')
    await client
      .transaction()
      .create({_id, _type: 'thing', turn: 1, old: true})
      .delete(_id)
      .create({_id, _type: 'thing', turn: 2})
      .commit()
    expect(await client.getDocument(_id)).toMatchObject({turn: 2})
    expect(await client.getDocument(_id)).not.toHaveProperty('old')
    const last = await client
      .transaction()
      .delete(_id)
      .create({_id, _type: 'other', turn: 3})
      .patch(_id, (patch) => patch.inc({turn: 1}))
      .commit({returnDocuments: false})
    expect(last.results.map(({operation}) => operation)).toEqual(['delete', 'create', 'update'])
    expect(await client.getDocument(_id)).toMatchObject({_type: 'other', turn: 4})
    await client
      .transaction()
      .patch(_id, (patch) => patch.inc({turn: 1}))
      .delete(_id)
      .commit()
    expect(await client.getDocument(_id)).toBeUndefined()
  })

  test.each(['sync', 'async', 'deferred'] as const)('takes %s visibility', async (visibility) => {
    const {client, id} = lake()
    const _id = id(`seen-${visibility}`)
    await client.create({_id, _type: 'thing'}, {visibility})
    expect(await client.getDocument(_id)).toMatchObject({_id})
  })

  test('gives back what is asked for', async () => {
    const {client, id} = lake()
    const url = `/data/mutate/${client.config().dataset}`
    const send = (query: Record<string, string>) =>
      client.request<unknown>({
        method: 'POST',
        url,
        query,
        body: {mutations: [{createOrReplace: {_id: id('asked'), _type: 'thing'}}]},
      })
    expect(await send({returnIds: 'true'})).toEqual({
      transactionId: expect.any(String),
      results: [{id: id('asked'), operation: 'create'}],
    })
    expect(await send({returnIds: 'true', returnDocuments: 'true'})).toMatchObject({
      results: [{id: id('asked'), operation: 'update', document: {_type: 'thing'}}],
    })
  })

  test('writers at the same time all succeed, and none is lost', async () => {
    const {client, id} = lake()
    await client.create({_id: id('counter'), _type: 'thing', count: 0})
    const patches = Array.from({length: 40}, () =>
      client.patch(id('counter')).inc({count: 1}).commit(),
    )
    const revisions = new Set((await Promise.all(patches)).map(({_rev}) => _rev))
    expect(revisions.size).toBe(40)
    expect(await client.getDocument(id('counter'))).toMatchObject({count: 40})
  })
}
