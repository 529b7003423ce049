import {expect, test} from 'vitest'
import {failureOf} from './failureOf.ts'
import type {Cases, OpenContentLake} from './target.ts'

/** A product published, a claim published with a draft, a claim that is only a draft. */
async function content({client, id}: OpenContentLake): Promise<string> {
  const group = id(`group-${crypto.randomUUID()}`)
  const about = {_type: 'reference', _ref: `${group}-product`}
  await client
    .transaction()
    .create({_id: `${group}-product`, _type: 'product', group, name: 'Kelvane'})
    .create({_id: `${group}-a`, _type: 'claim', group, text: 'Out', about})
    .create({_id: `drafts.${group}-a`, _type: 'claim', group, text: 'In work', about})
    .create({_id: `drafts.${group}-b`, _type: 'claim', group, text: 'New', about})
    .commit()
  return group
}

const CLAIMS = '*[_type == "claim" && group == $group] | order(_id asc)'

export const queryCases: Cases = (lake) => {
  test('filters, orders, projects and follows references', async () => {
    const group = await content(lake())
    const query = `${CLAIMS}{text, "product": about->name, "count": count(*[references(^.about._ref)])}`
    const [first] = await lake().client.fetch(query, {group}, {perspective: 'published'})
    expect(first).toEqual({text: 'Out', product: 'Kelvane', count: 1})
  })

  test('reads what was written just before', async () => {
    const {client, id} = lake()
    for (const size of [1, 2, 3]) {
      await client.createOrReplace({_id: id('fresh'), _type: 'thing', size})
      expect(await client.fetch('*[_id == $id][0].size', {id: id('fresh')})).toBe(size)
    }
  })

  test('published sees no drafts', async () => {
    const group = await content(lake())
    const texts = await lake().client.fetch(`${CLAIMS}.text`, {group}, {perspective: 'published'})
    expect(texts).toEqual(['Out'])
  })

  test('drafts lie over what is published, under its id, and say where they come from', async () => {
    const group = await content(lake())
    const found = await lake().client.fetch(
      `${CLAIMS}{_id, _originalId, text}`,
      {group},
      {perspective: 'drafts'},
    )
    expect(found).toEqual([
      {_id: `${group}-a`, _originalId: `drafts.${group}-a`, text: 'In work'},
      {_id: `${group}-b`, _originalId: `drafts.${group}-b`, text: 'New'},
    ])
  })

  test('raw sees every copy', async () => {
    const group = await content(lake())
    const ids = await lake().client.fetch(`${CLAIMS}._id`, {group}, {perspective: 'raw'})
    expect(ids).toEqual([`drafts.${group}-a`, `drafts.${group}-b`, `${group}-a`])
  })

  test('the perspective is published where none is named, and was raw in older versions', async () => {
    const {client} = lake()
    const group = await content(lake())
    const count = (apiVersion: string) =>
      client
        .withConfig({apiVersion, perspective: undefined})
        .fetch('count(*[_type == "claim" && group == $group])', {group})
    expect(await count('2026-11-01')).toBe(1)
    expect(await count('2024-01-01')).toBe(3)
  })

  test('takes parameters of every kind', async () => {
    const params = {text: 'a "quoted" π', number: 1.5, truth: false, list: [1, 'x'], nothing: null}
    const query =
      '{"text": $text, "number": $number, "truth": $truth, "list": $list, "nothing": $nothing}'
    expect(await lake().client.fetch(query, params)).toEqual(params)
  })

  test('takes queries that are too long for an address', async () => {
    const long = Array.from({length: 3000}, (_, index) => `id-${index}`)
    expect(await lake().client.fetch('count($long)', {long})).toBe(3000)
  })

  test('gives null for what is not there', async () => {
    expect(await lake().client.fetch('*[_id == "not-there"][0]')).toBeNull()
  })

  test('says where a query cannot be read', async () => {
    const failure = await failureOf(lake().client.fetch('*[_type == "claim"'))
    expect(failure).toMatchObject({statusCode: 400, type: 'queryParseError'})
  })

  test('finds words', async () => {
    const group = await content(lake())
    const query = '*[group == $group && text match "wor*"]._id'
    const found = await lake().client.fetch(query, {group}, {perspective: 'raw'})
    expect(found).toEqual([`drafts.${group}-a`])
  })
}
