import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {
  abandon,
  mergeCheckpoints,
  openCheckpoint,
  publishTogether,
  removeMember,
  signReview,
  takeOver,
} from '../../plugins/claim-gate/node.ts'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import type {RunningLake} from '../support/startLake.ts'
import {startChecked, type CheckedLake} from './checked.ts'

/* Whoever may write everything may forge a checkpoint: `npm run check` must say so. */
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

test('a document in two open checkpoints, and a word in one that nobody of that name wrote', async () => {
  const owner = {account: 'administrator', name: 'A'}
  const checkpoint = {title: 'A', kind: 'change', members: ['c1']} as const
  const opened = await openCheckpoint(client, trialModel, checkpoint, owner)
  expect(await check()).toEqual([])
  const id = 'changed' in opened ? opened.changed : ''
  const second = `${id}-2`
  const added = {_key: 'a', kind: 'added', doc: 'c1', account: 'administrator', name: 'A', at: ''}
  await client.create({
    _id: second,
    _type: 'checkpoint',
    kind: 'change',
    members: ['c1'],
    events: [added],
  })
  expect(await check()).toEqual([
    `c1 belongs to ${id} and ${second}: merge them, or take it out of one`,
  ])
  await client.delete(second)
  const event = {_key: 'x', kind: 'setAside', doc: 'p1', account: 'somebody', name: 'S', at: ''}
  await client.patch(id).append('events', [event]).commit()
  expect(await check()).toEqual([
    `${id} says that somebody did this to it: setAside, and administrator wrote that: ask somebody; if it is not so, take it out of its events`,
  ])
})

describe('a launch that is said to have passed, and did not', () => {
  const id = 'claimGate.checkpoint.said'
  const owner = {account: 'administrator', name: 'A'}
  const campaign = {_type: 'reference', _ref: 'spring'}
  const passed = {closedAt: new Date().toISOString(), outcome: 'passed'}
  /** A lesson of a campaign about which nobody agreed, approved by its role. */
  const draftLesson = async (lesson = 'new') => {
    await client.createOrReplace({_id: 'spring', _type: 'campaign'})
    await client.createOrReplace({_id: 'charter', _type: 'charter', campaign})
    await client.createOrReplace({
      _id: `drafts.${lesson}`,
      _type: 'lesson',
      goal: 'Say it',
      campaign,
    })
    await signReview(running.clientFor('marketing'), trialModel, {
      subject: lesson,
      account: 'marketing',
      role: 'marketing',
      decision: 'approved',
    })
    expect(await publishTogether(client, trialModel, [lesson])).toHaveProperty('refused')
    expect(await check()).toEqual([])
  }

  test('is found when it is written, and after it let something out', async () => {
    await draftLesson()
    const event = {kind: 'added', account: 'administrator', name: 'A', at: ''}
    const events = ['new', 'p1'].map((doc) => ({...event, _key: doc, doc}))
    const checkpoint = {_id: id, _type: 'checkpoint', kind: 'launch', group: 'spring', events}
    await client.create({...checkpoint, members: ['new', 'p1'], ...passed})
    const found = `${id} is said to have passed, and was not open with these members until then: find out who wrote that, and have what it names go out together`
    expect(await check()).toEqual([found])
    expect(await publishTogether(client, trialModel, ['new'])).toHaveProperty('published')
    expect(await check()).toEqual([found])
  })

  test('is found where one that was open is closed by hand, whatever is written afterwards', async () => {
    await draftLesson()
    const launch = {title: 'S', kind: 'launch', group: 'spring', members: ['new', 'p1']} as const
    const opened = await openCheckpoint(client, trialModel, launch, owner)
    const checkpoint = 'changed' in opened ? opened.changed : ''
    expect(await check()).toEqual([])
    await client.patch(checkpoint).set(passed).commit()
    const found = `${checkpoint} is said to have passed, and new was not out then: whoever wrote that lets it out without the others; have them go out together`
    expect(await check()).toEqual([found])
    expect(await publishTogether(client, trialModel, ['new'])).toHaveProperty('published')
    expect(await check()).toEqual([found])
    await client.patch(checkpoint).set({title: 'T'}).commit()
    expect(await check()).toEqual([
      `${checkpoint} is said to have passed, and was not open with these members until then: find out who wrote that, and have what it names go out together`,
    ])
  })

  test('is found where only an old asset stands on the other side', async () => {
    await draftLesson()
    const launch = {title: 'S', kind: 'launch', group: 'spring', members: ['p1']} as const
    const opened = await openCheckpoint(client, trialModel, launch, owner)
    const checkpoint = 'changed' in opened ? opened.changed : ''
    await client.patch(checkpoint).set(passed).commit()
    expect(await check()).toEqual([
      `${checkpoint} is said to have passed as a launch, and nothing for content went out with it: whoever wrote that lets the other side out alone; have both go out together`,
    ])
  })

  test('is not gone around by taking the agreement away for a while', async () => {
    await draftLesson('hasty')
    expect(await publishTogether(client, trialModel, ['hasty'])).toHaveProperty('refused')
    const charter = {publishedId: 'charter', draftId: 'drafts.charter'}
    await client.action({actionType: 'sanity.action.document.unpublish', ...charter})
    expect(await publishTogether(client, trialModel, ['hasty'])).toHaveProperty('published')
    await client.action({actionType: 'sanity.action.document.publish', ...charter})
    await trial.seal()
    expect(await check()).toEqual([
      expect.stringMatching(/^hasty went out at .* without a launch, while charter asked for one/u),
    ])
  })

  test('a seal that says so is found as well, before and after', async () => {
    await draftLesson('fresh')
    const [review] = await client.fetch<string[]>('*[_type == "review"][subject == "fresh"]._id')
    const seal = {_id: 'seal-fresh', _type: 'seal', accepts: [], pins: [], code: ''}
    const written = await client.create({...seal, reviews: ['nobody']})
    expect(await check()).toEqual([
      expect.stringContaining('seal-fresh rests on nobody, which is no review of fresh: put that'),
    ])
    await client
      .patch(written._id)
      .set({reviews: [review]})
      .commit()
    expect(await check()).toEqual([
      'seal-fresh was written, and what it seals has never been out: find out who wrote it, and have content and training go out together',
    ])
    expect(await publishTogether(client, trialModel, ['fresh'])).toHaveProperty('published')
    // Sealed as recalled it stays withheld.
    expect(await check()).toEqual([
      expect.stringContaining('fresh has the seal of a recall, and no withdrawal says so'),
      expect.stringContaining('seal-fresh was written before what it seals was out: find out'),
    ])
  })
})

test('a checkpoint that was emptied or given up without a word', async () => {
  const owner = {account: 'administrator', name: 'A'}
  const change = {title: 'A', kind: 'change', members: ['c1', 'e1']} as const
  const opened = await openCheckpoint(client, trialModel, change, owner)
  const id = 'changed' in opened ? opened.changed : ''
  await client
    .patch(id)
    .set({members: ['c1']})
    .commit()
  expect(await check()).toEqual([
    expect.stringContaining(`${id} holds other documents than its signed events say: put its`),
  ])
  await client
    .patch(id)
    .set({members: ['c1', 'e1'], outcome: 'abandoned', closedAt: new Date().toISOString()})
    .commit()
  expect(await check()).toEqual([
    expect.stringContaining(`${id} is abandoned, and nobody signed that: find out`),
  ])
})

test('a checkpoint that was given another owner, kind or launch without a word', async () => {
  const owner = {account: 'administrator', name: 'A'}
  const change = {title: 'A', kind: 'change', members: ['c1', 'e1']} as const
  const opened = await openCheckpoint(client, trialModel, change, owner)
  const id = 'changed' in opened ? opened.changed : ''
  await client.patch(id).set({owner: 'somebody', dueOn: '2030-01-31'}).commit()
  expect(await check()).toEqual([
    `${id} names somebody as its owner, and by its signed events that is administrator: put that back`,
  ])
  await takeOver(client, id, owner)
  expect(await check()).toEqual([])
  await client.patch(id).set({kind: 'launch', group: 'spring'}).commit()
  expect(await check()).toEqual([
    `${id} has another kind than at first (change): put that back`,
    `${id} has another group than at first (none): put that back`,
  ])
})

test('nothing to say of checkpoints that were honestly changed, merged, given up and passed', async () => {
  const owner = {account: 'administrator', name: 'A'}
  const open = async (...members: string[]): Promise<string> => {
    const change = {title: 'A', kind: 'change', members} as const
    const result = await openCheckpoint(client, trialModel, change, owner)
    return 'changed' in result ? result.changed : ''
  }
  await abandon(client, await open('p2'), 'postponed', owner)
  const [first, second] = [await open('c1', 'e1'), await open('c2', 'p2')]
  await removeMember(client, second, 'p2', 'not now', owner)
  expect(await mergeCheckpoints(client, [first, second], owner)).toEqual({changed: first})
  expect(await check()).toEqual([])
  for (const each of ['e1', 'c1', 'c2'] as const) await trial.edit(each, {value: '1'})
  await trial.signTogether()
  expect(await trial.publishTogether()).toBe(true)
  expect(await check()).toEqual([])
})
