import type {SanityClient, SanityDocument} from '@sanity/client'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {
  handleEvent,
  signReview,
  startSealer,
  sweep,
  type Sealer,
} from '../../plugins/claim-gate/node.ts'
import {checkDataset} from '../../scripts/check/checkDataset.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {administrators, startLake, type RunningLake} from '../support/startLake.ts'

/* Whoever may delete a review could unsay a request for changes: that is an incident, until the review is there again. */
let running: RunningLake
let client: SanityClient
let trial: GateTrial
let sealer: Sealer
const errors: unknown[] = []

beforeAll(async () => {
  running = await startLake({accounts: administrators('administrator', 'marketing', 'medical')})
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
  await expect.poll(open).toEqual([])
  const event = {documentId: refusal._id, before: refusal, after: null}
  await handleEvent(event, trialModel, client)
  expect(await open()).toEqual([])
  expect(await findings()).toEqual([])
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

describe('while no sealer ran', () => {
  let quiet: RunningLake
  let own: SanityClient
  let other: GateTrial
  beforeEach(async () => {
    quiet = await startLake()
    own = quiet.clientFor('administrator')
    other = new GateTrial(own)
    await other.begin()
  })
  afterEach(() => quiet.lake.close())

  const reviewsOf = (subject: string) =>
    own.fetch<string[]>('*[_type == "review"][subject == $subject]._id | order(@)', {subject})
  const told = async () =>
    (await checkDataset(own, trialModel)).findings.filter(({message}) =>
      message.includes('was removed'),
    )
  const idsOf = (...ends: string[]) => ends.map((end) => `claimGate.review.${end}`)

  test('one that was removed is found by its number, by check and by the next sweep', async () => {
    await other.sign('p1', 'medical', 'changesRequested')
    await other.sign('p1', 'medical')
    await other.sign('p2', 'marketing', 'changesRequested')
    await other.sign('p2', 'medical', 'changesRequested')
    const removed = idsOf('p1.3', 'p2.3', 'p2.4')
    for (const id of removed) await own.delete(id)
    const foundAs = removed.map((id) => expect.objectContaining({about: 'review', id}))
    expect(await told()).toEqual(foundAs)
    expect((await sweep(own, trialModel)).incidents).toHaveLength(removed.length)
    expect(await told()).toEqual(removed.map(() => expect.objectContaining({about: 'incident'})))
    expect((await sweep(own, trialModel)).incidents).toEqual([])
    await other.sign('p2', 'medical')
    expect(await reviewsOf('p2')).toEqual(idsOf('p2.1', 'p2.2', 'p2.5'))
  })

  test('the only one, removed while its draft is written, is found though all is signed afterwards', async () => {
    await own.create({_id: 'drafts.p3', _type: 'page', headline: '0'})
    const sign = (role: string, decision: 'approved' | 'changesRequested') =>
      signReview(own, trialModel, {subject: 'p3', account: role, role, decision, comment: 'x'})
    await sign('medical', 'changesRequested')
    await own
      .transaction()
      .delete('claimGate.review.p3.1')
      .patch('drafts.p3', (patch) => patch.set({notes: 'x'}))
      .commit()
    for (const role of ['marketing', 'medical']) await sign(role, 'approved')
    expect(await told()).toEqual([expect.objectContaining({id: 'claimGate.review.p3.1'})])
  })

  test('one whose document was made anew with all that was said of it is none', async () => {
    await other.sign('p1', 'medical', 'changesRequested')
    await own.delete({query: '*[_id == "p1" || subject == "p1"]'})
    await own.create({_id: 'p1', _type: 'page', headline: '0'})
    await other.sign('p1', 'medical')
    expect(await reviewsOf('p1')).toEqual(idsOf('p1.4'))
    await sweep(own, trialModel)
    expect(await told()).toEqual([])
  })

  test('ids of one document that begin like those of another are kept apart', async () => {
    await own.create({_id: 'p1.3', _type: 'page', headline: '0'})
    await own.create({_id: 'p1.3.1', _type: 'page', headline: '0'})
    const sign = (subject: string) =>
      signReview(own, trialModel, {
        subject,
        account: 'medical',
        role: 'medical',
        decision: 'changesRequested',
        comment: 'x',
      })
    for (const subject of ['p1.3', 'p1.3.1', 'p1.3', 'p1']) await sign(subject)
    expect(await reviewsOf('p1')).toEqual(idsOf('p1.1', 'p1.2', 'p1.3'))
    expect(await reviewsOf('p1.3')).toEqual(idsOf('p1.3.1', 'p1.3.2'))
    expect(await told()).toEqual([])
    await own.delete('claimGate.review.p1.3.2')
    expect(await told()).toEqual([
      expect.objectContaining({message: expect.stringContaining('of p1.3 and was removed')}),
    ])
  })

  test('a number that somebody made up keeps nobody from signing, and hides nothing', async () => {
    const made = (number: number) => ({
      _id: `claimGate.review.p1.${number}`,
      _type: 'review',
      subject: 'p1',
    })
    await own.create(made(999_999_999_999_999))
    await own.create({_id: 'claimGate.review.p1.3', _type: 'something'})
    await own.create(made(40))
    await other.sign('p1', 'medical', 'changesRequested')
    await other.sign('p1', 'medical')
    await own.delete('claimGate.review.p1.41')
    expect(await reviewsOf('p1')).toEqual(
      idsOf('p1.1', 'p1.2', 'p1.40', 'p1.42', 'p1.999999999999999'),
    )
    expect((await told()).map(({id}) => id).toSorted()).toEqual(idsOf('p1.3', 'p1.41'))
  })
})
