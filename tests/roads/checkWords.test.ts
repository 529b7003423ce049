import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {openCheckpoint, takeOver, type GateDocument} from '../../plugins/claim-gate/node.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import type {RunningLake} from '../support/startLake.ts'
import {startChecked, type CheckedLake} from './checked.ts'

/* What people said stands in checkpoints, reviews and snapshots: each word is its writer's own, and none is lost. */
let running: RunningLake
let client: SanityClient
let check: CheckedLake['check']
let trial: GateTrial

beforeEach(async () => {
  ;({running, client, check} = await startChecked())
  trial = new GateTrial(client, running.clientFor)
  await trial.begin()
})
afterEach(() => running.lake.close())

describe('of a checkpoint', () => {
  const owner = {account: 'medical', name: 'M'}
  let id: string
  beforeEach(async () => {
    const change = {title: 'A', kind: 'change', members: ['c1']} as const
    const opened = await openCheckpoint(running.clientFor('medical'), trialModel, change, owner)
    id = 'changed' in opened ? opened.changed : ''
    const other = {account: 'marketing', name: 'K'}
    await takeOver(running.clientFor('marketing'), id, other)
    await takeOver(running.clientFor('medical'), id, owner)
    expect(await check()).toEqual([])
  })

  const setAside = (at = new Date().toISOString()) => ({
    _key: 'x',
    _type: 'checkpointEvent',
    kind: 'setAside',
    doc: 'p1',
    account: 'medical',
    name: 'M',
    at,
  })

  test('an event in the name of somebody who did write to it once, until it is taken out', async () => {
    await client.patch(id).append('events', [setAside()]).commit()
    expect(await check()).toEqual([
      `${id} says that medical did this to it: setAside, and administrator wrote that: ask medical; if it is not so, take it out of its events`,
    ])
    await client.patch(id).unset(['events[_key=="x"]']).commit()
    expect(await check()).toEqual([])
  })

  test('an event of another time than it was written', async () => {
    await running
      .clientFor('medical')
      .patch(id)
      .append('events', [setAside('2020-01-01T00:00:00Z')])
      .commit()
    expect(await check()).toEqual([
      expect.stringContaining(
        `${id} says that medical did this to it: setAside at 2020-01-01T00:00:00Z, and the log says`,
      ),
    ])
  })

  test('an event that was taken away, or moved, until it is put back', async () => {
    const {events} = await client.fetch<{events: unknown[]}>('*[_id == $id][0]{events}', {id})
    const lost = `${id} lacks events that were signed, or has them in another order: put them back from an export`
    await client
      .patch(id)
      .set({events: events.slice(0, -1)})
      .commit()
    expect(await check()).toEqual([lost])
    await client.patch(id).set({events: events.toReversed()}).commit()
    expect(await check()).toEqual([lost])
    await client.patch(id).set({events}).commit()
    expect(await check()).toEqual([])
  })

  test('the whole, on which somebody signed, until it is put back', async () => {
    await trial.edit('c1', {value: '1'})
    await trial.sign('c1', 'medical', 'approved', {basis: id})
    const stored = await client.getDocument<GateDocument>(id)
    if (!stored) throw new Error('No checkpoint was opened')
    await client.delete(id)
    expect(await check()).toEqual([
      expect.stringMatching(
        new RegExp(
          `^${id} is gone, and was worked with: administrator took it away at .*; put it`,
          'u',
        ),
      ),
    ])
    await client.create(stored)
    expect(await check()).toEqual([])
  })
})

test('a snapshot that a review names, until it is put back', async () => {
  const snapshot = await client.fetch<GateDocument>('*[_type == "snapshot"][subject == "p1"][0]')
  await client.delete(snapshot._id)
  expect(await check()).toEqual([
    `${snapshot._id} is gone, and claimGate.review.p1.1, claimGate.review.p1.2 named it: put it back from an export`,
  ])
  await client.create(snapshot)
  expect(await check()).toEqual([])
})
