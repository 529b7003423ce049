import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {checkDataset} from '../../scripts/check/checkDataset.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* Whoever may write everything may forge the gate's own documents: `npm run check` must say so. */
let running: RunningLake
let client: SanityClient
let trial: GateTrial

beforeAll(async () => {
  running = await startLake({
    accounts: ['administrator', 'marketing', 'medical'].map((id) => ({
      id,
      name: id,
      email: `${id}@example.org`,
      role: 'administrator' as const,
      token: id,
    })),
  })
  client = running.clientFor('administrator')
  trial = new GateTrial(client, running.clientFor)
})
afterAll(() => running.lake.close())
beforeEach(() => trial.begin())

const check = () => checkDataset(client, trialModel)

test('nothing to say of a dataset in which everybody was honest', async () => {
  expect(await check()).toEqual([])
})

test('a review that somebody else wrote', async () => {
  await client.create({
    _id: 'claimGate.review.forged',
    _type: 'review',
    subject: 'p1',
    fingerprint: 'v1-0',
    role: 'medical',
    decision: 'approved',
    reviewer: 'medical',
  })
  expect(await check()).toEqual([
    expect.stringContaining(
      'claimGate.review.forged says that medical signed, and administrator wrote it',
    ),
  ])
})

test('a review that says another time, or another role than its writer holds', async () => {
  const forger = running.clientFor('medical')
  const review = {
    _type: 'review',
    subject: 'p1',
    fingerprint: 'v1-0',
    decision: 'approved',
    reviewer: 'medical',
  }
  await forger.create({
    ...review,
    _id: 'claimGate.review.later',
    role: 'medical',
    _createdAt: '2099-01-01T00:00:00Z',
  })
  await forger.create({...review, _id: 'claimGate.review.legal', role: 'legal'})
  expect((await check()).toSorted()).toEqual([
    expect.stringContaining('claimGate.review.later says that it was written at 2099'),
    expect.stringContaining('claimGate.review.legal is signed as legal by medical'),
  ])
})

test('a review that was changed afterwards, and a snapshot that is not what was signed', async () => {
  const id = await client.fetch<string>('*[_type == "review"][0]._id')
  await client.patch(id).set({comment: 'never said'}).commit()
  const snapshot = await client.fetch<string>('*[_type == "snapshot"][0]._id')
  await client.patch(snapshot).set({content: '{}'}).commit()
  expect((await check()).toSorted()).toEqual(
    [
      `${id} was changed after it was signed`,
      `${snapshot} is not the content whose fingerprint it carries`,
    ].toSorted(),
  )
})

test('a forged seal on content that nobody signed', async () => {
  await trial.writeRaw('p1', 'forged')
  const rev = (await client.getDocument('p1'))?._rev
  await client.patch('seal-p1').set({rev, pins: [], pinCount: 0}).commit()
  expect(await trial.isDelivered('p1')).toBe(true)
  expect(await check()).toEqual([expect.stringContaining('p1 is delivered and changed')])
})
