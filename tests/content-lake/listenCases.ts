import {ChannelError, type ListenEvent, type MutationEvent} from '@sanity/client'
import {applyPatch} from 'mendoza'
import {expect, test} from 'vitest'
import {collectEvents, type CollectedEvents} from '../support/collectEvents.ts'
import type {Cases, OpenContentLake} from './target.ts'

type Event = ListenEvent<Record<string, unknown>>

const isMutation = (event: Event): event is MutationEvent => event.type === 'mutation'

async function listening(
  {client}: OpenContentLake,
  query: string,
  params: Record<string, unknown>,
  options: object = {},
): Promise<CollectedEvents<Event>> {
  const collected = collectEvents<Event>(
    client.listen(query, params, {
      events: ['welcome', 'mutation'],
      includeResult: true,
      ...options,
    }),
  )
  await collected.until((events) => events.some(({type}) => type === 'welcome'))
  return collected
}

async function mutationsFrom(
  collected: CollectedEvents<Event>,
  count: number,
): Promise<MutationEvent[]> {
  const events = await collected.until((all) => all.filter(isMutation).length >= count)
  collected.stop()
  return events.filter(isMutation)
}

export const listenCases: Cases = (lake) => {
  test('tells of a document that appears, changes and disappears', async () => {
    const {client, id} = lake()
    const _id = id('watched')
    const collected = await listening(lake(), '*[_id == $id]', {id: _id})
    const created = await client.create({_id, _type: 'thing', size: 1})
    const changed = await client.patch(_id).set({size: 2}).commit()
    await client.delete(_id)
    const [appear, update, disappear] = await mutationsFrom(collected, 3)
    expect(appear).toMatchObject({
      transition: 'appear',
      documentId: _id,
      transactionId: created._rev,
      resultRev: created._rev,
      result: created,
    })
    expect(appear).not.toHaveProperty('previousRev')
    expect(update).toMatchObject({
      transition: 'update',
      previousRev: created._rev,
      resultRev: changed._rev,
      result: changed,
    })
    expect(disappear).toMatchObject({transition: 'disappear', previousRev: changed._rev})
    expect(disappear?.result).toBeUndefined()
  })

  test('a document appears to a filter when it comes to fit, and disappears when it no longer does', async () => {
    const {client, id} = lake()
    const _id = id('fitting')
    await client.create({_id, _type: 'thing', state: 'no'})
    const collected = await listening(lake(), '*[_id == $id && state == "yes"]', {id: _id})
    await client.patch(_id).set({size: 1}).commit()
    await client.patch(_id).set({state: 'yes'}).commit()
    await client.patch(_id).set({state: 'no'}).commit()
    const events = await mutationsFrom(collected, 2)
    expect(events.map(({transition}) => transition)).toEqual(['appear', 'disappear'])
  })

  test('counts only the events that this listener gets', async () => {
    const {client, id} = lake()
    const ids = [id('two-a'), id('two-b')]
    const collected = await listening(lake(), '*[_id in $ids]', {ids})
    await client
      .transaction()
      .create({_id: id('two-a'), _type: 'thing'})
      .create({_id: id('two-elsewhere'), _type: 'thing'})
      .create({_id: id('two-b'), _type: 'thing'})
      .commit()
    const events = await mutationsFrom(collected, 2)
    expect(
      events.map(({documentId, transactionTotalEvents, transactionCurrentEvent}) => ({
        documentId,
        transactionTotalEvents,
        transactionCurrentEvent,
      })),
    ).toEqual([
      {documentId: ids[0], transactionTotalEvents: 2, transactionCurrentEvent: 1},
      {documentId: ids[1], transactionTotalEvents: 2, transactionCurrentEvent: 2},
    ])
  })

  test('carries the mutations of the document, also when an action made them', async () => {
    const {client, id} = lake()
    const [publishedId, draftId] = [id('acted'), `drafts.${id('acted')}`]
    const options = {includeAllVersions: true}
    const collected = await listening(lake(), '*[_id == $draftId]', {draftId}, options)
    await client.create({_id: publishedId, _type: 'thing', size: 1})
    const patch = {set: {size: 2}}
    await client.action({actionType: 'sanity.action.document.edit', publishedId, draftId, patch})
    const [event] = await mutationsFrom(collected, 1)
    expect(event?.mutations).toMatchObject([
      {create: {_id: draftId, size: 1}},
      {patch: {id: draftId}},
    ])
  })

  test('effects lead from one state to the other and back, without the revision', async () => {
    const {client, id} = lake()
    const _id = id('effects')
    const before = await client.create({
      _id,
      _type: 'thing',
      text: 'wärm pad \u{1F9EA}',
      list: [1, 2],
    })
    const options = {effectFormat: 'mendoza', includePreviousRevision: true}
    const collected = await listening(lake(), '*[_id == $id]', {id: _id}, options)
    const after = await client.patch(_id).set({text: 'wärm pack \u{1F9EA}', 'list[0]': 3}).commit()
    const [event] = await mutationsFrom(collected, 1)
    const [was, is] = [withoutRev(before), withoutRev(after)]
    expect(applyPatch(was, event?.effects?.apply ?? [])).toEqual(is)
    expect(applyPatch(is, event?.effects?.revert ?? [])).toEqual(was)
    expect(event?.previous).toEqual(before)
  })

  test('keeps the order of many writers, the same for every listener', async () => {
    const {client, id} = lake()
    const ids = Array.from({length: 20}, (_, index) => id(`many-${index}`))
    const listeners = [
      await listening(lake(), '*[_id in $ids]', {ids}),
      await listening(lake(), '*[_id in $ids]', {ids}),
    ]
    await Promise.all(ids.map((_id) => client.create({_id, _type: 'thing'})))
    const orders = await Promise.all(
      listeners.map(async (each) =>
        (await mutationsFrom(each, ids.length)).map(({documentId}) => documentId),
      ),
    )
    expect(orders[0]).toEqual(orders[1])
    expect(orders[0]?.toSorted()).toEqual(ids.toSorted())
  })

  test('tells of drafts and versions only who asks for them', async () => {
    const {client, id} = lake()
    const ids = [`drafts.${id('copies')}`, `versions.r.${id('copies')}`, id('copies')]
    const plain = await listening(lake(), '*[_id in $ids]', {ids})
    const all = await listening(lake(), '*[_id in $ids]', {ids}, {includeAllVersions: true})
    await client.mutate(ids.map((_id) => ({create: {_id, _type: 'thing'}})))
    await client.patch(id('copies')).set({a: 1}).commit()
    const heard = (events: readonly MutationEvent[]) =>
      events.map(({documentId, transactionTotalEvents: total}) => [documentId, total])
    expect(heard(await mutationsFrom(plain, 2))).toEqual([
      [id('copies'), 1],
      [id('copies'), 1],
    ])
    expect(heard(await mutationsFrom(all, 4))).toEqual([
      ...ids.map((each) => [each, 3]),
      [id('copies'), 1],
    ])
  })

  test('leaves out what a listener does not want, and says what was there before', async () => {
    const {client, id} = lake()
    const _id = id('spare')
    const options = {includeResult: false, includeMutations: false, includePreviousRevision: true}
    const collected = await listening(lake(), '*[_id == $id]', {id: _id}, options)
    const created = await client.create({_id, _type: 'thing'})
    await client.delete(_id)
    const [appear, disappear] = await mutationsFrom(collected, 2)
    expect(appear).toMatchObject({previous: null, mutations: []})
    expect(appear).not.toHaveProperty('result')
    expect(disappear).toMatchObject({transition: 'disappear', previous: created, mutations: []})
  })

  test('a document that a transaction deletes and makes again was updated', async () => {
    const {client, id} = lake()
    const _id = id('remade')
    const before = await client.create({_id, _type: 'thing', turn: 1})
    const collected = await listening(lake(), '*[_id == $id]', {id: _id})
    await client.transaction().delete(_id).create({_id, _type: 'thing', turn: 2}).commit()
    await client
      .transaction()
      .create({_id: id('brief'), _type: 'thing'})
      .delete(id('brief'))
      .commit()
    await client.delete(_id)
    const events = await mutationsFrom(collected, 2)
    expect(events[0]).toMatchObject({
      transition: 'update',
      previousRev: before._rev,
      result: {turn: 2},
      mutations: [{delete: {id: _id}}, {create: {_id}}],
    })
    expect(events[1]).toMatchObject({transition: 'disappear'})
  })

  test('tells several listeners of hundreds of quick transactions, each after the one before', async () => {
    const {client, id} = lake()
    const _id = id('quick')
    const first = await client.create({_id, _type: 'thing', count: 0})
    const options = {effectFormat: 'mendoza'}
    const listeners = await Promise.all(
      Array.from({length: 4}, () => listening(lake(), '*[_id == $id]', {id: _id}, options)),
    )
    const writes = Array.from({length: 200}, () => client.patch(_id).inc({count: 1}).commit())
    await Promise.all(writes)
    for (const listener of listeners) {
      const events = await mutationsFrom(listener, writes.length)
      let state = withoutRev(first)
      let revision = first._rev
      for (const {effects, previousRev, resultRev, result} of events) {
        expect(previousRev).toBe(revision)
        state = applyPatch(state, effects?.apply ?? [])
        expect(state).toEqual(withoutRev(result ?? {}))
        revision = resultRev ?? ''
      }
      expect(state).toMatchObject({count: writes.length})
    }
  })

  test('a filter that cannot be read ends the stream with the reason', async () => {
    const collected = collectEvents<Event>(lake().client.listen('*[_type == "thing"'))
    await expect(collected.until(() => false)).rejects.toBeInstanceOf(ChannelError)
  })
}

function withoutRev({_rev, ...document}: Record<string, unknown>): object {
  return document
}
