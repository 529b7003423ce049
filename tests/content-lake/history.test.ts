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

async function idsOf(id: string, query: Record<string, string>): Promise<string[]> {
  const answer = await ask(`transactions/${id}`, {excludeContent: 'true', ...query})
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer ?? '')
  return text.split('\n').flatMap((line) => {
    const entry: unknown = line === '' ? undefined : JSON.parse(line)
    return isRecord(entry) && typeof entry.id === 'string' ? [entry.id] : []
  })
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

  test.for([
    ['limit', 'many'],
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

describe('events', () => {
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
