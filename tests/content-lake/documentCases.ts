import {expect, test} from 'vitest'
import type {Cases} from './target.ts'

export const documentCases: Cases = (lake) => {
  test('gives documents in the order of the ids, null for what is not there', async () => {
    const {client, id} = lake()
    await client.create({_id: id('doc-a'), _type: 'thing', name: 'a'})
    await client.create({_id: `drafts.${id('doc-b')}`, _type: 'thing', name: 'b'})
    const documents = await client.getDocuments([
      `drafts.${id('doc-b')}`,
      id('doc-none'),
      id('doc-a'),
    ])
    expect(documents.map((document) => document?.name ?? null)).toEqual(['b', null, 'a'])
  })

  test('gives nothing for one that is not there', async () => {
    const {client, id} = lake()
    expect(await client.getDocument(id('doc-none'))).toBeUndefined()
  })

  test('says why it left one out', async () => {
    const {client, id} = lake()
    const url = `/data/doc/${client.config().dataset}/${id('doc-none')}`
    const answer = await client.request<unknown>({url})
    expect(answer).toEqual({documents: [], omitted: [{id: id('doc-none'), reason: 'existence'}]})
  })
}
