import type {CreateAction, PublishAction} from '@sanity/client'
import {describe, expect, test} from 'vitest'
import {failureOf} from './failureOf.ts'
import {pair} from './pair.ts'
import type {Cases} from './target.ts'
import {versionActionCases} from './versionActionCases.ts'

export const actionCases: Cases = (lake) => {
  describe('edit', () => {
    editCases(lake)
  })
  describe('publish', () => {
    publishCases(lake)
  })
  describe('the others', () => {
    otherCases(lake)
  })
  describe('versions', () => {
    versionActionCases(lake)
  })
}

const editCases: Cases = (lake) => {
  test('makes the draft of what is published, and leaves that alone', async () => {
    const {client} = lake()
    const ids = await pair(lake(), {published: {title: 'Out', size: 1}})
    await client.action({
      actionType: 'sanity.action.document.edit',
      ...ids,
      patch: {set: {title: 'In work'}},
    })
    const [published, draft] = await client.getDocuments([ids.publishedId, ids.draftId])
    expect(published).toMatchObject({title: 'Out'})
    expect(draft).toMatchObject({_type: 'thing', title: 'In work', size: 1})
  })

  test('changes a draft that is there', async () => {
    const {client} = lake()
    const ids = await pair(lake(), {published: {title: 'Out'}, draft: {title: 'A', size: 1}})
    await client.action({
      actionType: 'sanity.action.document.edit',
      ...ids,
      patch: {inc: {size: 1}},
    })
    expect(await client.getDocument(ids.draftId)).toMatchObject({title: 'A', size: 2})
  })

  test('of a field that only guards against an empty edit makes the draft and changes nothing', async () => {
    const {client} = lake()
    const ids = await pair(lake(), {published: {title: 'Out'}})
    const unset = ['_empty_action_guard_pseudo_field_']
    await client.action({actionType: 'sanity.action.document.edit', ...ids, patch: {unset}})
    expect(await client.getDocument(ids.draftId)).toMatchObject({title: 'Out'})
  })

  test('of nothing is refused', async () => {
    const {client, id} = lake()
    const ids = {publishedId: id('nothing'), draftId: `drafts.${id('nothing')}`}
    const request = client.action({
      actionType: 'sanity.action.document.edit',
      ...ids,
      patch: {set: {a: 1}},
    })
    await failureOf(request)
    expect(await client.getDocument(ids.draftId)).toBeUndefined()
  })
}

const publishCases: Cases = (lake) => {
  test('puts the draft in the place of what was published', async () => {
    const {client} = lake()
    const ids = await pair(lake(), {published: {title: 'Old', size: 1}, draft: {title: 'New'}})
    const before = await client.getDocument(ids.publishedId)
    await client.action({actionType: 'sanity.action.document.publish', ...ids})
    const [published, draft] = await client.getDocuments([ids.publishedId, ids.draftId])
    expect(draft).toBeNull()
    expect(published).toMatchObject({title: 'New', _createdAt: before?._createdAt})
    expect(published).not.toHaveProperty('size')
  })

  test('makes references strong that were weak only until then', async () => {
    const {client, id} = lake()
    await client.create({_id: id('referenced'), _type: 'thing'})
    const reference = {
      _type: 'reference',
      _ref: id('referenced'),
      _weak: true,
      _strengthenOnPublish: {type: 'thing'},
    }
    const ids = await pair(lake(), {draft: {to: reference, list: [{...reference, _key: 'k'}]}})
    await client.action({actionType: 'sanity.action.document.publish', ...ids})
    const published = await client.getDocument(ids.publishedId)
    expect(published?.to).toEqual({_type: 'reference', _ref: id('referenced')})
    expect(published?.list).toEqual([{_type: 'reference', _ref: id('referenced'), _key: 'k'}])
    expect((await failureOf(client.delete(id('referenced')))).statusCode).toBe(409)
  })

  test('is refused while such a reference leads to nothing', async () => {
    const {client, id} = lake()
    const to = {
      _type: 'reference',
      _ref: id('not-there'),
      _weak: true,
      _strengthenOnPublish: {type: 'thing'},
    }
    const ids = await pair(lake(), {draft: {to}})
    await failureOf(client.action({actionType: 'sanity.action.document.publish', ...ids}))
    expect(await client.getDocument(ids.draftId)).toBeDefined()
  })

  test.each(['ifDraftRevisionId', 'ifPublishedRevisionId'])('keeps to %s', async (guard) => {
    const {client} = lake()
    const ids = await pair(lake(), {published: {title: 'Old'}, draft: {title: 'New'}})
    const request: PublishAction = {
      actionType: 'sanity.action.document.publish',
      ...ids,
      [guard]: 'some-other-revision',
    }
    await failureOf(client.action(request))
    expect(await client.getDocument(ids.publishedId)).toMatchObject({title: 'Old'})
    const guarded = guard === 'ifDraftRevisionId' ? ids.draftId : ids.publishedId
    const _rev = (await client.getDocument(guarded))?._rev
    await client.action({...request, [guard]: _rev})
    expect(await client.getDocument(ids.publishedId)).toMatchObject({title: 'New'})
  })

  test('of nothing is refused', async () => {
    const {client} = lake()
    const ids = await pair(lake(), {published: {title: 'Out'}})
    const failure = await failureOf(
      client.action({actionType: 'sanity.action.document.publish', ...ids}),
    )
    expect(failure.statusCode).toBeGreaterThanOrEqual(400)
  })

  test('several actions are one transaction, all of them or none', async () => {
    const {client, id} = lake()
    const [first, second] = [
      await pair(lake(), {draft: {title: 'First'}}),
      await pair(lake(), {draft: {title: 'Second'}}),
    ]
    const publish = (ids: {publishedId: string; draftId: string}): PublishAction => ({
      actionType: 'sanity.action.document.publish',
      ...ids,
    })
    const late = {...publish(second), ifDraftRevisionId: 'some-other-revision'}
    await failureOf(client.action([publish(first), late]))
    expect(await client.getDocument(first.publishedId)).toBeUndefined()
    const transactionId = id('together')
    const answer = await client.action([publish(first), publish(second)], {transactionId})
    expect(answer.transactionId).toBe(transactionId)
    const published = await client.getDocuments([first.publishedId, second.publishedId])
    expect(published.map((document) => document?._rev)).toEqual([transactionId, transactionId])
  })
}

const otherCases: Cases = (lake) => {
  test('create makes a draft, and only one unless told to ignore that', async () => {
    const {client, id} = lake()
    const publishedId = id('made')
    const attributes = {_id: `drafts.${publishedId}`, _type: 'thing', title: 'Made'}
    const create: CreateAction = {
      actionType: 'sanity.action.document.create',
      publishedId,
      attributes,
      ifExists: 'fail',
    }
    await client.action(create)
    expect(await client.getDocument(attributes._id)).toMatchObject({title: 'Made'})
    await failureOf(client.action(create))
    await client.action({
      ...create,
      attributes: {...attributes, title: 'Again'},
      ifExists: 'ignore',
    })
    expect(await client.getDocument(attributes._id)).toMatchObject({title: 'Made'})
  })

  test('create makes no draft of what is published, whatever it is told', async () => {
    const {client} = lake()
    const ids = await pair(lake(), {published: {title: 'Out'}})
    for (const ifExists of ['fail', 'ignore'] as const) {
      const request = client.action({
        actionType: 'sanity.action.document.create',
        publishedId: ids.publishedId,
        attributes: {_id: ids.draftId, _type: 'thing'},
        ifExists,
      })
      expect((await failureOf(request)).statusCode).toBe(409)
    }
    expect(await client.getDocument(ids.draftId)).toBeUndefined()
  })

  test('unpublish turns what is published into a draft', async () => {
    const {client} = lake()
    const ids = await pair(lake(), {published: {title: 'Out'}})
    await client.action({actionType: 'sanity.action.document.unpublish', ...ids})
    const [published, draft] = await client.getDocuments([ids.publishedId, ids.draftId])
    expect(published).toBeNull()
    expect(draft).toMatchObject({title: 'Out'})
  })

  test('unpublish keeps a draft that is there', async () => {
    const {client} = lake()
    const ids = await pair(lake(), {published: {title: 'Out'}, draft: {title: 'In work'}})
    await client.action({actionType: 'sanity.action.document.unpublish', ...ids})
    expect(await client.getDocument(ids.draftId)).toMatchObject({title: 'In work'})
  })

  test('unpublish of what is referenced strongly is refused', async () => {
    const {client, id} = lake()
    const ids = await pair(lake(), {published: {title: 'Out'}})
    const to = {_type: 'reference', _ref: ids.publishedId}
    await client.create({_id: id('holds-published'), _type: 'thing', to})
    const failure = await failureOf(
      client.action({actionType: 'sanity.action.document.unpublish', ...ids}),
    )
    expect(failure.statusCode).toBe(409)
    expect(await client.getDocument(ids.draftId)).toBeUndefined()
  })

  test('discard removes the draft alone', async () => {
    const {client} = lake()
    const ids = await pair(lake(), {published: {title: 'Out'}, draft: {title: 'In work'}})
    await client.action({actionType: 'sanity.action.document.discard', ...ids})
    const [published, draft] = await client.getDocuments([ids.publishedId, ids.draftId])
    expect(published).toMatchObject({title: 'Out'})
    expect(draft).toBeNull()
  })

  test('delete removes the document and the drafts that are named', async () => {
    const {client} = lake()
    const {publishedId, draftId} = await pair(lake(), {published: {}, draft: {}})
    await client.action({
      actionType: 'sanity.action.document.delete',
      publishedId,
      includeDrafts: [draftId],
    })
    expect(await client.getDocuments([publishedId, draftId])).toEqual([null, null])
  })

  test('delete is refused while a draft is not named', async () => {
    const {client} = lake()
    const {publishedId} = await pair(lake(), {published: {}, draft: {}})
    await failureOf(
      client.action({actionType: 'sanity.action.document.delete', publishedId, includeDrafts: []}),
    )
    expect(await client.getDocument(publishedId)).toBeDefined()
  })

  test('delete is refused of what is not published', async () => {
    const {client} = lake()
    const {publishedId, draftId} = await pair(lake(), {draft: {}})
    const request = client.action({
      actionType: 'sanity.action.document.delete',
      publishedId,
      includeDrafts: [draftId],
    })
    expect((await failureOf(request)).statusCode).toBe(409)
    expect(await client.getDocument(draftId)).toBeDefined()
  })

  test.each(['discard', 'unpublish'] as const)('%s of nothing is refused', async (name) => {
    const {client, id} = lake()
    const ids = {publishedId: id('nothing'), draftId: `drafts.${id('nothing')}`}
    const request = client.action({actionType: `sanity.action.document.${name}`, ...ids})
    expect(await failureOf(request)).toMatchObject({
      statusCode: 409,
      type: 'actionError',
      items: [{index: 0}],
    })
  })

  test('replaceDraft of nothing is refused', async () => {
    const {client, id} = lake()
    const request = client.action({
      actionType: 'sanity.action.document.replaceDraft',
      publishedId: id('nothing'),
      attributes: {_id: `drafts.${id('nothing')}`, _type: 'thing'},
    })
    expect((await failureOf(request)).statusCode).toBe(409)
  })

  test('what was deleted is restored as the Studio does it', async () => {
    const {client, id} = lake()
    const publishedId = id('restored')
    const attributes = {_id: `drafts.${publishedId}`, _type: 'thing', title: 'Back'}
    await client.action([
      {actionType: 'sanity.action.document.create', publishedId, attributes, ifExists: 'fail'},
      {actionType: 'sanity.action.document.replaceDraft', publishedId, attributes},
    ])
    expect(await client.getDocument(attributes._id)).toMatchObject({title: 'Back'})
  })

  test('replaceDraft puts other content into the draft', async () => {
    const {client} = lake()
    const {publishedId, draftId} = await pair(lake(), {draft: {title: 'Old', size: 1}})
    const attributes = {_id: draftId, _type: 'thing', title: 'New'}
    await client.action({
      actionType: 'sanity.action.document.replaceDraft',
      publishedId,
      attributes,
    })
    const draft = await client.getDocument(draftId)
    expect(draft).toMatchObject({title: 'New'})
    expect(draft).not.toHaveProperty('size')
  })

  test('a dry run leaves nothing', async () => {
    const {client} = lake()
    const ids = await pair(lake(), {draft: {title: 'New'}})
    await client.action({actionType: 'sanity.action.document.publish', ...ids}, {dryRun: true})
    expect(await client.getDocument(ids.publishedId)).toBeUndefined()
  })

  test('ids that do not belong together are refused', async () => {
    const {client} = lake()
    const {draftId} = await pair(lake(), {draft: {title: 'New'}})
    const {publishedId} = await pair(lake(), {published: {title: 'Other'}})
    const request = client.action({
      actionType: 'sanity.action.document.publish',
      draftId,
      publishedId,
    })
    expect((await failureOf(request)).statusCode).toBe(400)
    expect(await client.getDocument(publishedId)).toMatchObject({title: 'Other'})
  })
}
