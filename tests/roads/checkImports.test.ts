import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {
  openCheckpoint,
  publishTogether,
  signReview,
  sweep,
  type GateDocument,
} from '../../plugins/claim-gate/node.ts'
import {readImport} from '../../scripts/check/createImports.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {administrators, startLake, type RunningLake} from '../support/startLake.ts'
import {startChecked, type CheckedLake} from './checked.ts'

/* Whoever writes a document says when it was created. An import says so rightly, and a forger may say the same. */
const LONG_AGO = '2020-01-01T00:00:00Z'
let running: RunningLake
let client: SanityClient
let check: CheckedLake['check']

beforeEach(async () => {
  ;({running, client, check} = await startChecked())
})
afterEach(() => running.lake.close())

const broughtIn = (id: string) =>
  expect.stringMatching(
    new RegExp(
      `^${id} says that it is older than what wrote it: administrator brought it in at .*known from that account alone.*say --imported administrator@`,
      'u',
    ),
  )

describe('a document that somebody dates back', () => {
  /** A lesson of a campaign about which nobody agreed, approved by its role. */
  beforeEach(async () => {
    await new GateTrial(client, running.clientFor).begin()
    const campaign = {_type: 'reference', _ref: 'spring'}
    await client.create({_id: 'spring', _type: 'campaign'})
    await client.create({_id: 'charter', _type: 'charter', campaign})
    await client.create({_id: 'drafts.new', _type: 'lesson', goal: 'Say it', campaign})
    await signReview(running.clientFor('marketing'), trialModel, {
      subject: 'new',
      account: 'marketing',
      role: 'marketing',
      decision: 'approved',
    })
    expect(await publishTogether(client, trialModel, ['new'])).toHaveProperty('refused')
    expect(await check()).toEqual([])
  })

  test('is found where it is a launch that is said to have passed, before and after', async () => {
    const id = 'claimGate.checkpoint.said'
    const event = {kind: 'added', account: 'administrator', name: 'A', at: LONG_AGO}
    await client.create({
      _id: id,
      _type: 'checkpoint',
      _createdAt: LONG_AGO,
      kind: 'launch',
      group: 'spring',
      members: ['new', 'p1'],
      events: ['new', 'p1'].map((doc) => ({...event, _key: doc, doc})),
      closedAt: LONG_AGO,
      outcome: 'passed',
    })
    expect(await check()).toEqual([broughtIn(id)])
    expect(await publishTogether(client, trialModel, ['new'])).toHaveProperty('published')
    expect(await check()).toEqual([broughtIn(id)])
  })

  test('is found where an open launch is dated back and closed by hand', async () => {
    const owner = {account: 'administrator', name: 'A'}
    const launch = {title: 'S', kind: 'launch', group: 'spring', members: ['new', 'p1']} as const
    const opened = await openCheckpoint(client, trialModel, launch, owner)
    const id = 'changed' in opened ? opened.changed : ''
    const stored = await client.getDocument<GateDocument>(id)
    if (!stored) throw new Error('No checkpoint was opened')
    const closed = {closedAt: new Date().toISOString(), outcome: 'passed'}
    await client.createOrReplace({...stored, ...closed, _createdAt: LONG_AGO})
    const until = new Date().toISOString()
    expect(await check({imported: [{account: 'administrator', until}]})).toEqual([
      expect.stringContaining(`${id} is said to have passed, and new was not out then`),
    ])
    expect(await check()).toContainEqual(broughtIn(id))
  })

  test('is found where it is a seal that agrees with its reviews, before and after', async () => {
    const review = await client.fetch<GateDocument>('*[_type == "review"][subject == "new"][0]')
    const {_id, fingerprint} = review
    await client.create({
      _id: 'seal-new',
      _type: 'seal',
      _createdAt: LONG_AGO,
      accepts: [{_key: 'a', fingerprint}],
      pins: [],
      pinCount: 0,
      reviews: [_id],
      code: '',
    })
    expect(await check()).toEqual([broughtIn('seal-new')])
    expect(await publishTogether(client, trialModel, ['new'])).toHaveProperty('published')
    expect(await check()).toEqual([broughtIn('seal-new')])
  })

  test('is found where it is a review, and where a seal was taken away and written again', async () => {
    const review = await client.fetch<GateDocument>('*[_type == "review"][subject == "new"][0]')
    await client.create({
      ...review,
      _id: 'claimGate.review.forged',
      role: 'medical',
      reviewer: 'medical',
      _createdAt: LONG_AGO,
      signedAt: LONG_AGO,
    })
    expect(await check()).toEqual([broughtIn('claimGate.review.forged')])
    await client.delete('claimGate.review.forged')
    const seal = await client.getDocument<GateDocument>('seal-p1')
    if (!seal) throw new Error('Nothing is sealed')
    await client.delete('seal-p1')
    await client.create({...seal, _createdAt: LONG_AGO})
    expect(await check()).toEqual([broughtIn('seal-p1')])
  })
})

/**
 * Everything as `sanity dataset import` writes it: with the time at which it was created, and in a new revision. That
 * was a minute before: what is created and brought in within one second may have been written here.
 */
async function importInto(to: SanityClient, documents: readonly GateDocument[]): Promise<void> {
  const transaction = to.transaction()
  for (const {_rev, ...document} of documents) {
    const before = new Date(Date.parse(document._createdAt ?? '') - 60_000).toISOString()
    transaction.createOrReplace({...document, _createdAt: before})
  }
  await transaction.commit()
}

test('an import is one finding, until a team says that it was its own', async () => {
  const from = await startLake({accounts: administrators('administrator', 'marketing', 'medical')})
  try {
    const trial = new GateTrial(from.clientFor('administrator'), from.clientFor)
    await trial.begin()
    const owner = {account: 'medical', name: 'M'}
    const change = {title: 'A', kind: 'change', members: ['c1', 'e1']} as const
    await openCheckpoint(from.clientFor('medical'), trialModel, change, owner)
    await importInto(client, await from.clientFor('administrator').fetch<GateDocument[]>('*'))
  } finally {
    await from.lake.close()
  }
  await sweep(client, trialModel)
  // Ten reviews, six seals, one checkpoint.
  const [found, ...others] = await check()
  expect(others).toEqual([])
  expect(found).toMatch(
    /^\S+ and 22 other documents of the gate say that they are older than what wrote them: administrator brought them in at \S+, and who signed, and when, is known from that account alone\. If that was your import, run npm run reseal, and say --imported administrator@\S+ from now on; if not, /u,
  )
  const own = readImport(/--imported (\S+)/u.exec(found ?? '')?.[1] ?? '')
  expect(await check({imported: [own]})).toEqual([])
  expect(await check({imported: [{...own, account: 'medical'}]})).toEqual([found])

  // What is written afterwards is compared as ever: a review, an event, and what says that it came with the import.
  const trial = new GateTrial(client, running.clientFor)
  await trial.sign('p1', 'medical')
  await trial.seal()
  expect(await check({imported: [own]})).toEqual([])
  const [review] = await client.fetch<GateDocument[]>('*[_type == "review"] | order(_id asc)')
  const [checkpoint] = await client.fetch<string[]>('*[_type == "checkpoint"]._id')
  const event = {_key: 'x', kind: 'setAside', doc: 'p1', account: 'medical', name: 'M', at: ''}
  await client
    .transaction()
    .patch(review?._id ?? '', (patch) => patch.set({comment: 'never said'}))
    .patch(checkpoint ?? '', (patch) => patch.append('events', [event]))
    .create({
      ...review,
      _id: 'claimGate.review.late',
      _type: 'review',
      _createdAt: LONG_AGO,
      signedAt: LONG_AGO,
    })
    .commit()
  expect(await check({imported: [own]})).toEqual([
    expect.stringContaining(`${review?._id} was changed after it was signed`),
    expect.stringContaining(
      `${checkpoint} says that medical did this to it: setAside, and administ`,
    ),
    broughtIn('claimGate.review.late'),
  ])
})
