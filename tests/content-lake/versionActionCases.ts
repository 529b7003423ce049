import {expect, test} from 'vitest'
import {failureOf} from './failureOf.ts'
import {pair} from './pair.ts'
import type {Cases} from './target.ts'

export const versionActionCases: Cases = (lake) => {
  /** The id of a version of a document, in a release of its own. */
  const versionOf = (publishedId: string): string =>
    `versions.r${crypto.randomUUID().slice(0, 8)}.${publishedId}`

  test('create takes the content that is sent', async () => {
    const {client} = lake()
    const {publishedId} = await pair(lake(), {published: {title: 'Out'}})
    const document = {_id: versionOf(publishedId), _type: 'thing', title: 'Planned'}
    const create = {
      actionType: 'sanity.action.document.version.create',
      publishedId,
      document,
    } as const
    await client.action(create)
    expect(await client.getDocument(document._id)).toMatchObject({title: 'Planned'})
    expect((await failureOf(client.action(create))).statusCode).toBe(409)
  })

  test('create takes the content of another document, at the revision that is expected', async () => {
    const {client} = lake()
    const {publishedId} = await pair(lake(), {published: {title: 'Out'}})
    const create = {
      actionType: 'sanity.action.document.version.create',
      publishedId,
      baseId: publishedId,
      versionId: versionOf(publishedId),
    } as const
    await failureOf(client.action({...create, ifBaseRevisionId: 'some-other-revision'}))
    expect(await client.getDocument(create.versionId)).toBeUndefined()
    const ifBaseRevisionId = (await client.getDocument(publishedId))?._rev ?? ''
    await client.action({...create, ifBaseRevisionId})
    expect(await client.getDocument(create.versionId)).toMatchObject({title: 'Out'})
  })

  test('create under the id of another document is refused', async () => {
    const {client} = lake()
    const {publishedId} = await pair(lake(), {published: {title: 'Out'}})
    const request = client.action({
      actionType: 'sanity.action.document.version.create',
      publishedId,
      document: {_id: versionOf('other'), _type: 'thing'},
    })
    expect((await failureOf(request)).statusCode).toBe(400)
  })

  test('edit, replace and discard act on the version alone', async () => {
    const {client} = lake()
    const {publishedId} = await pair(lake(), {published: {title: 'Out'}})
    const versionId = versionOf(publishedId)
    const document = {_id: versionId, _type: 'thing', title: 'Planned', size: 1}
    await client.action({
      actionType: 'sanity.action.document.version.create',
      publishedId,
      document,
    })
    const patch = {inc: {size: 1}}
    await client.action({
      actionType: 'sanity.action.document.edit',
      publishedId,
      draftId: versionId,
      patch,
    })
    expect(await client.getDocument(versionId)).toMatchObject({size: 2})
    const replace = {
      actionType: 'sanity.action.document.version.replace',
      document: {_id: versionId, _type: 'thing', title: 'Replanned'},
    } as const
    await client.action(replace)
    expect(await client.getDocument(versionId)).not.toHaveProperty('size')
    const discard = {actionType: 'sanity.action.document.version.discard', versionId} as const
    await client.action(discard)
    expect(await client.getDocuments([versionId, publishedId])).toMatchObject([
      null,
      {title: 'Out'},
    ])
    expect((await failureOf(client.action(discard))).statusCode).toBe(409)
    expect((await failureOf(client.action(replace))).statusCode).toBe(409)
  })

  test('unpublish marks the version for its release', async () => {
    const {client} = lake()
    const {publishedId} = await pair(lake(), {published: {title: 'Out'}})
    const versionId = versionOf(publishedId)
    const document = {_id: versionId, _type: 'thing'}
    const unpublish = {
      actionType: 'sanity.action.document.version.unpublish',
      publishedId,
      versionId,
    } as const
    expect((await failureOf(client.action(unpublish))).statusCode).toBe(409)
    await client.action({
      actionType: 'sanity.action.document.version.create',
      publishedId,
      document,
    })
    await client.action(unpublish)
    expect(await client.getDocuments([versionId, publishedId])).toMatchObject([
      {_system: {delete: true}},
      {title: 'Out'},
    ])
  })

  test('delete of a document is refused while a version is not named', async () => {
    const {client} = lake()
    const {publishedId} = await pair(lake(), {published: {title: 'Out'}})
    const versionId = versionOf(publishedId)
    const document = {_id: versionId, _type: 'thing'}
    await client.action({
      actionType: 'sanity.action.document.version.create',
      publishedId,
      document,
    })
    const remove = (includeDrafts: string[]) =>
      client.action({actionType: 'sanity.action.document.delete', publishedId, includeDrafts})
    expect((await failureOf(remove([]))).statusCode).toBe(409)
    await remove([versionId])
    expect(await client.getDocuments([versionId, publishedId])).toEqual([null, null])
  })
}
