import type {SanityClient} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {expect, test} from 'vitest'
import type {Cases} from './target.ts'

interface Line {
  id: string
  author: string
  timestamp: string
  documentIDs: string[]
  effects?: Record<string, {apply: unknown[]; revert: unknown[]}>
}

/** The log of documents, one transaction a line. */
async function transactionsOf(
  client: SanityClient,
  ids: readonly string[],
  query: Record<string, string>,
): Promise<Line[]> {
  const url = `/data/history/${client.config().dataset}/transactions/${ids.join(',')}`
  const answer: unknown = await client.request<unknown>({url, query})
  const text = typeof answer === 'string' ? answer : JSON.stringify(answer)
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

export const historyCases: Cases = (lake) => {
  test('tells every transaction of a document, with effects that lead from one to the next', async () => {
    const {client, id} = lake()
    const _id = id('historic')
    const first = await client.create({_id, _type: 'thing', text: 'One'})
    const second = await client.patch(_id).set({text: 'Two'}).commit()
    await client.delete(_id)
    const query = {excludeContent: 'true', effectFormat: 'mendoza'}
    const lines = await transactionsOf(client, [_id], query)
    expect(lines.map((line) => line.id).slice(0, 2)).toEqual([first._rev, second._rev])
    expect(lines).toHaveLength(3)
    expect(lines.every(({documentIDs}) => documentIDs.includes(_id))).toBe(true)
    const states = lines.map(({effects}) => effects?.[_id]?.apply ?? [])
    const [made, changed, gone] = states
    const one = applyPatch(null, made ?? [])
    expect(one).toMatchObject({_id, text: 'One'})
    const two = applyPatch(one, changed ?? [])
    expect(two).toMatchObject({_id, text: 'Two'})
    expect(applyPatch(two, gone ?? [])).toBeNull()
  })

  test('gives a part of it, in either direction', async () => {
    const {client, id} = lake()
    const _id = id('partial')
    await client.create({_id, _type: 'thing', size: 0})
    const revisions: string[] = []
    for (const size of [1, 2, 3])
      revisions.push((await client.patch(_id).set({size}).commit())._rev)
    const [, second = ''] = revisions
    const newest = await transactionsOf(client, [_id], {
      reverse: 'true',
      limit: '2',
      excludeContent: 'true',
    })
    expect(newest.map((line) => line.id)).toEqual([revisions[2], revisions[1]])
    const from = await transactionsOf(client, [_id], {
      fromTransaction: second,
      excludeContent: 'true',
    })
    expect(from.map((line) => line.id)).toEqual(revisions.slice(1))
  })

  test('gives a document as it was at a revision', async () => {
    const {client, id} = lake()
    const _id = id('earlier')
    const first = await client.create({_id, _type: 'thing', text: 'One'})
    await client.patch(_id).set({text: 'Two'}).commit()
    const url = `/data/history/${client.config().dataset}/documents/${_id}`
    const answer = await client.request<unknown>({url, query: {revision: first._rev}})
    expect(answer).toMatchObject({documents: [{_id, text: 'One'}]})
  })
}
