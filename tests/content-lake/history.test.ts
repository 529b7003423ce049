import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {startLake} from '../support/startLake.ts'
import {isRecord} from '../../lake/json.ts'

const live: {client: SanityClient; close: () => Promise<void>}[] = []
beforeEach(async () => {
  const {lake, clientFor} = await startLake()
  live.push({client: clientFor('editor'), close: () => lake.close()})
})
afterEach(async () => {
  for (const {close} of live.splice(0)) await close()
})

function lakeClient(): SanityClient {
  const [first] = live
  if (!first) throw new Error('The lake did not start')
  return first.client
}

const ask = (path: string, query: Record<string, string>): Promise<unknown> =>
  lakeClient().request<unknown>({url: `/data/history/production/${path}`, query})

async function linesOf(
  ids: string,
  query: Record<string, string>,
): Promise<Record<string, unknown>[]> {
  const answer = await ask(`transactions/${ids}`, query)
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer ?? '')
  return text.split('\n').flatMap((line) => {
    const entry: unknown = line === '' ? undefined : JSON.parse(line)
    return isRecord(entry) ? [entry] : []
  })
}

async function idsOf(id: string, query: Record<string, string>): Promise<unknown[]> {
  const lines = await linesOf(id, {excludeContent: 'true', ...query})
  return lines.map((line) => line.id)
}

async function typesOf(id: string): Promise<unknown[]> {
  const answer = await ask(`events/documents/${id}`, {limit: '100'})
  const events = isRecord(answer) && isRecord(answer.events) ? answer.events[id] : undefined
  return Array.isArray(events) ? events.map((event: unknown) => isRecord(event) && event.type) : []
}

describe('transactions', () => {
  test('a range may begin at a revision that the document itself never had', async () => {
    const client = lakeClient()
    const published = await client.create({_id: 'doc', _type: 'thing'})
    const draft = await client.create({_id: 'drafts.doc', _type: 'thing'})
    const edited = await client.patch('drafts.doc').set({text: 'x'}).commit()
    expect(await idsOf('drafts.doc', {fromTransaction: published._rev})).toEqual([
      draft._rev,
      edited._rev,
    ])
    expect(await idsOf('drafts.doc', {fromTransaction: 'never'})).toEqual([])
  })

  test('times are compared as times', async () => {
    const created = await lakeClient().create({_id: 'timed', _type: 'thing'})
    const second = `${created._createdAt.slice(0, 19)}Z`
    expect(await idsOf('timed', {fromTime: second})).toEqual([created._rev])
    expect(await idsOf('timed', {toTime: new Date(Date.parse(second) - 1).toISOString()})).toEqual(
      [],
    )
  })

  test('a range has both its ends, and may be read backwards and in part', async () => {
    const client = lakeClient()
    const revisions = [(await client.create({_id: 'doc', _type: 'thing'}))._rev]
    for (const size of [1, 2, 3, 4])
      revisions.push((await client.patch('doc').set({size}).commit())._rev)
    const [, second = '', third, fourth = ''] = revisions
    const range = {fromTransaction: second, toTransaction: fourth}
    expect(await idsOf('doc', range)).toEqual([second, third, fourth])
    expect(await idsOf('doc', {...range, reverse: 'true'})).toEqual([fourth, third, second])
    expect(await idsOf('doc', {...range, reverse: 'true', limit: '1'})).toEqual([fourth])
    expect(await idsOf('doc', {...range, limit: '2'})).toEqual([second, third])
    expect(await idsOf('doc', {limit: '0'})).toEqual([])
    expect(await idsOf('doc', {toTransaction: 'never'})).toEqual([])
  })

  test('authors are told apart', async () => {
    const created = await lakeClient().create({_id: 'doc', _type: 'thing'})
    expect(await idsOf('doc', {authors: 'viewer,editor'})).toEqual([created._rev])
    expect(await idsOf('doc', {authors: 'viewer'})).toEqual([])
  })

  test('a line says no more than was asked for', async () => {
    const client = lakeClient()
    await client
      .transaction()
      .create({_id: 'doc', _type: 'thing', text: 'One'})
      .create({_id: 'other', _type: 'thing'})
      .commit()
    const line = async (query: Record<string, string>) => (await linesOf('doc', query))[0]
    expect(await line({})).toMatchObject({
      author: 'editor',
      documentIDs: ['doc', 'other'],
      mutations: [{create: {_id: 'doc', text: 'One'}}, {create: {_id: 'other'}}],
    })
    expect(await line({})).not.toHaveProperty('effects')
    const identified = await line({includeIdentifiedDocumentsOnly: 'true', effectFormat: 'mendoza'})
    expect(identified).toMatchObject({
      documentIDs: ['doc'],
      mutations: [{create: {_id: 'doc'}}],
      effects: {doc: {apply: expect.any(Array), revert: expect.any(Array)}},
    })
    expect(identified?.mutations).toHaveLength(1)
    expect(Object.keys(isRecord(identified?.effects) ? identified.effects : {})).toEqual(['doc'])
    for (const without of ['excludeContent', 'excludeMutations']) {
      const brief = await line({[without]: 'true', effectFormat: 'mendoza'})
      expect(brief).not.toHaveProperty('mutations')
      expect(brief).toHaveProperty('effects')
    }
  })

  test('several documents make one log, each transaction once', async () => {
    const client = lakeClient()
    const both = await client
      .transaction()
      .create({_id: 'a', _type: 'thing'})
      .create({_id: 'b', _type: 'thing'})
      .commit({returnDocuments: false})
    const {_rev} = await client.patch('b').set({x: 1}).commit()
    await client.create({_id: 'c', _type: 'thing'})
    expect(await idsOf('a,b', {})).toEqual([both.transactionId, _rev])
  })

  test.for([
    ['limit', 'many'],
    ['limit', '-1'],
    ['fromTime', 'yesterday'],
  ] as const)('%s=%s is refused', async ([name, value]) => {
    await expect(idsOf('doc', {[name]: value})).rejects.toMatchObject({statusCode: 400})
  })
})

test('the last revision of a deleted document is there to restore', async () => {
  const client = lakeClient()
  await client.create({_id: 'gone', _type: 'thing', text: 'Kept'})
  await client.delete('gone')
  expect(await ask('documents/gone', {lastRevision: 'true'})).toMatchObject({
    documents: [{text: 'Kept'}],
  })
  expect(await ask('documents/gone', {time: new Date().toISOString()})).toEqual({documents: []})
  await expect(ask('documents/gone', {time: 'soon'})).rejects.toMatchObject({statusCode: 400})
})

test('only one moment can be asked for', async () => {
  const {_rev} = await lakeClient().create({_id: 'doc', _type: 'thing'})
  const time = new Date().toISOString()
  await expect(ask('documents/doc', {revision: _rev, time})).rejects.toMatchObject({
    statusCode: 400,
  })
})

test('several documents are given as they were when one of them got a revision', async () => {
  const client = lakeClient()
  await client.create({_id: 'a', _type: 'thing', text: 'A'})
  const {_rev} = await client.create({_id: 'b', _type: 'thing', text: 'B'})
  await client.patch('a').set({text: 'later'}).commit()
  await client.delete('b')
  expect(await ask('documents/a,b,none', {revision: _rev})).toMatchObject({
    documents: [{text: 'A'}, {text: 'B'}],
  })
  expect(await ask('documents/a,b', {})).toMatchObject({documents: [{text: 'later'}]})
  expect(await ask('documents/a', {revision: 'never'})).toEqual({documents: []})
})

describe('events', () => {
  test('come in pages', async () => {
    const client = lakeClient()
    for (const size of [0, 1, 2, 3, 4])
      await client.createOrReplace({_id: 'doc', _type: 'thing', size})
    const all = await ask('events/documents/doc', {})
    const ids: unknown[] = []
    let nextCursor = ''
    do {
      const answer = await ask('events/documents/doc', {
        limit: '2',
        ...(nextCursor === '' ? {} : {nextCursor}),
      })
      const events = isRecord(answer) && isRecord(answer.events) ? answer.events.doc : []
      expect(Array.isArray(events) && events.length <= 2).toBe(true)
      ids.push(...(Array.isArray(events) ? events : []))
      nextCursor = isRecord(answer) ? String(answer.nextCursor) : ''
    } while (nextCursor !== '')
    expect(ids).toHaveLength(5)
    expect(all).toEqual({events: {doc: ids}, nextCursor: ''})
    await expect(ask('events/documents/doc', {nextCursor: 'never'})).rejects.toMatchObject({
      statusCode: 400,
    })
  })

  test('unpublishing keeps the draft that was there, deleting leaves nothing', async () => {
    const client = lakeClient()
    await client.create({_id: 'drafts.doc', _type: 'thing'})
    await client.action({
      actionType: 'sanity.action.document.publish',
      publishedId: 'doc',
      draftId: 'drafts.doc',
    })
    await client.create({_id: 'drafts.doc', _type: 'thing'})
    await client.action({
      actionType: 'sanity.action.document.unpublish',
      publishedId: 'doc',
      draftId: 'drafts.doc',
    })
    expect(await typesOf('doc')).toEqual([
      'unpublishDocument',
      'createDocumentVersion',
      'publishDocumentVersion',
      'createDocumentVersion',
    ])
    await client.delete('drafts.doc')
    expect((await typesOf('doc')).at(0)).toBe('deleteDocumentVersion')
  })

  test('a document deleted with its draft is a group deleted', async () => {
    const client = lakeClient()
    await client.create({_id: 'doc', _type: 'thing'})
    await client.create({_id: 'drafts.doc', _type: 'thing'})
    await client.transaction().delete('doc').delete('drafts.doc').commit()
    expect((await typesOf('doc')).at(0)).toBe('deleteDocumentGroup')
  })
})
