import type {SanityClient, SanityDocument} from '@sanity/client'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {handleEvent, startSealer, sweep, type Sealer} from '../../plugins/claim-gate/node.ts'
import {checkDataset} from '../../scripts/check/checkDataset.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* Whoever may delete a review could unsay a request for changes: that is an incident, until the review is there again. */
let running: RunningLake
let client: SanityClient
let trial: GateTrial
let sealer: Sealer
const errors: unknown[] = []

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
  await trial.begin()
  sealer = await startSealer(client, trialModel, {onError: (error) => errors.push(error)})
})
afterAll(async () => {
  sealer.stop()
  await sealer.settled()
  await running.lake.close()
  expect(errors).toEqual([])
})

const open = () =>
  client.fetch<string[]>('*[_type == "incident"][defined(review)][!defined(closedAt)].review')
const findings = async (): Promise<string[]> =>
  (await checkDataset(client, trialModel)).findings.map(({message}) => message)

let refusal: SanityDocument

test('a request for changes that somebody removed is an incident, and check says so', async () => {
  await trial.edit('p1', {value: '5'})
  await trial.sign('p1', 'marketing')
  await trial.sign('p1', 'medical')
  await trial.sign('p1', 'medical', 'changesRequested')
  expect(await trial.publish('p1')).toBe(false)
  const [found] = await client.fetch<SanityDocument[]>(
    '*[_type == "review"][decision == "changesRequested"]',
  )
  if (!found) throw new Error('Nobody asked for changes')
  refusal = found
  await client.delete(refusal._id)
  await expect.poll(open).toEqual([refusal._id])
  expect(await trial.publish('p1')).toBe(true)
  await sealer.settled()
  expect(await findings()).toEqual([
    expect.stringMatching(`${refusal._id}, which spoke of p1, was removed, found at `),
  ])
})

test('told twice, or late, it is the same incident', async () => {
  const event = {documentId: refusal._id, before: refusal, after: null}
  await handleEvent(event, trialModel, client)
  expect(await open()).toEqual([refusal._id])
})

test('it is over when the review is there again', async () => {
  const {_rev, _updatedAt, ...review} = refusal
  await running.clientFor('medical').create(review)
  await sweep(client, trialModel)
  expect(await open()).toEqual([])
  const event = {documentId: refusal._id, before: refusal, after: null}
  await handleEvent(event, trialModel, client)
  expect(await open()).toEqual([])
})

test('one that was removed while no sealer ran is found by its number, by check and by the next sweep', async () => {
  const quiet = await startLake()
  try {
    const own = quiet.clientFor('administrator')
    const other = new GateTrial(own)
    await other.begin()
    const withheld = () =>
      own.fetch<string[]>('*[_type == "incident"][!defined(closedAt)].review | order(@)')
    await other.sign('p1', 'medical', 'changesRequested')
    await other.sign('p1', 'medical')
    await other.sign('p2', 'marketing', 'changesRequested')
    await other.sign('p2', 'medical', 'changesRequested')
    const removed = ['p1.3', 'p2.3', 'p2.4'].map((end) => `claimGate.review.${end}`)
    expect(
      await own.fetch('count(*[_id in $removed][decision == "changesRequested"])', {removed}),
    ).toBe(3)
    for (const id of removed) await own.delete(id)
    const told = async () =>
      (await checkDataset(own, trialModel)).findings.filter(({message}) =>
        message.includes('was removed'),
      )
    expect(await told()).toEqual(
      removed.map((id) =>
        expect.objectContaining({about: 'review', id, message: expect.stringContaining('reseal')}),
      ),
    )
    const {incidents} = await sweep(own, trialModel)
    expect(incidents).toHaveLength(3)
    expect(await withheld()).toEqual(removed)
    expect(await told()).toEqual(removed.map(() => expect.objectContaining({about: 'incident'})))
    expect((await sweep(own, trialModel)).incidents).toEqual([])

    await other.sign('p2', 'medical')
    expect(await own.fetch('*[_type == "review"][subject == "p2"]._id | order(@)')).toEqual(
      ['1', '2', '5'].map((number) => `claimGate.review.p2.${number}`),
    )
  } finally {
    await quiet.lake.close()
  }
})

test('put back and removed again, or removed while its subject is written, it is an incident again', async () => {
  await client.delete(refusal._id)
  await expect.poll(open).toEqual([refusal._id])
  await trial.sign('p2', 'medical', 'changesRequested')
  const other = await client.fetch<string>(
    '*[_type == "review"][subject == "p2"][decision == "changesRequested"][0]._id',
  )
  await client
    .transaction()
    .delete(other)
    .patch('p2', (patch) => patch.set({notes: 'nothing'}))
    .commit()
  await expect.poll(async () => (await open()).toSorted()).toEqual([refusal._id, other].toSorted())
  await sealer.settled()
})

test('a dataset that is emptied and filled again is no incident', async () => {
  await trial.begin()
  await sealer.settled()
  await client.create({_id: 'end', _type: 'statement', text: 'last'})
  await expect.poll(() => client.fetch('count(*[_type == "incident"][subject == "end"])')).toBe(1)
  expect(await open()).toEqual([])
})
