import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {startSealer, type Sealer} from '../../plugins/claim-gate/node.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* The road past the Studio: `/data/mutate` and `/data/actions`. Delivery holds; the sealer seals or opens an incident. */
let running: RunningLake
let client: SanityClient
let trial: GateTrial
let sealer: Sealer
const errors: unknown[] = []

beforeAll(async () => {
  running = await startLake()
  client = running.clientFor('administrator')
  trial = new GateTrial(client)
  await trial.begin()
  sealer = await startSealer(client, trialModel, {onError: (error) => errors.push(error)})
})
afterAll(async () => {
  sealer.stop()
  await sealer.settled()
  await running.lake.close()
  expect(errors).toEqual([])
})

const incidents = (subject: string) =>
  client.fetch<number>('count(*[_type == "incident"][subject == $subject][!defined(closedAt)])', {
    subject,
  })

test('a draft that is only typed concerns the sealer not at all, and keeps it from nothing', async () => {
  await trial.edit('p1', {value: 'typing'})
  await trial.writeRaw('p2', 'past the gate')
  expect(await trial.isDelivered('p2')).toBe(false)
  await expect.poll(() => incidents('p2')).toBe(1)
})

test('content that was approved is sealed by the sealer, whoever wrote it', async () => {
  await trial.writeRaw('p2', '0')
  await expect.poll(() => trial.isDelivered('p2')).toBe(true)
})

test('an incident is over when the content is, and open again when that comes back', async () => {
  await expect.poll(() => incidents('p2')).toBe(0)
  await trial.writeRaw('p2', 'past the gate')
  await expect.poll(() => incidents('p2')).toBe(1)
  await trial.writeRaw('p2', '0')
  await expect.poll(() => incidents('p2')).toBe(0)
  expect(await client.fetch('count(*[_type == "incident"][subject == "p2"])')).toBe(1)
})

test('an incident stays open while nobody let the content through, whatever else happens', async () => {
  await trial.writeRaw('p2', 'past the gate again')
  await trial.sign('p2', 'marketing')
  await expect.poll(() => incidents('p2')).toBe(1)
  await trial.writeRaw('e1', 'moved as well')
  await sealer.settled()
  expect(await incidents('p2')).toBe(1)
  await trial.writeRaw('e1', '0')
  await trial.writeRaw('p2', '0')
  await expect.poll(() => incidents('p2')).toBe(0)
  await expect.poll(() => trial.isDelivered('p2')).toBe(true)
})

test('a raw publish of a draft that nobody signed is withheld, and an incident', async () => {
  await trial.publishRaw('p1')
  expect(await trial.isDelivered('p1')).toBe(false)
  await expect.poll(() => incidents('p1')).toBe(1)
})

test('the last missing signature of what is published seals it at once', async () => {
  await trial.sign('p1', 'marketing')
  await trial.sign('p1', 'medical')
  await expect.poll(() => trial.isDelivered('p1')).toBe(true)
})

test('a document that was deleted past the gate is delivered no more, nor what rested on it', async () => {
  await client
    .transaction()
    .patch('p1', {unset: ['statements']})
    .patch('p2', {unset: ['statements']})
    .delete('c1')
    .commit()
  expect(await trial.isDelivered('c1')).toBe(false)
  expect(await trial.isDelivered('p1')).toBe(false)
  await expect.poll(() => client.fetch('defined(*[_id == "seal-c1"][0].rev)')).toBe(false)
})
