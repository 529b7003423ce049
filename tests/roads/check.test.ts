import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {
  abandon,
  mergeCheckpoints,
  openCheckpoint,
  publishTogether,
  removeMember,
  signReview,
  type GateDocument,
} from '../../plugins/claim-gate/node.ts'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {checkDataset} from '../../scripts/check/checkDataset.ts'
import {reportLines} from '../../scripts/check/printReport.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'
import {startChecked, type CheckedLake} from './checked.ts'

/* Whoever may write everything may forge the gate's own documents: `npm run check` must say so. */
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
      `${id} was changed after it was signed: put back from an export what was signed`,
      `${snapshot} is not the content whose fingerprint it carries: put it back from an export`,
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

test('content that nobody let through, with its incident, and the path to what moved', async () => {
  await trial.writeRaw('e1', 'another result')
  await trial.seal()
  const {documents, findings} = await checkDataset(client, trialModel)
  expect(documents.find(({id}) => id === 'p1')).toMatchObject({
    state: 'stale',
    delivered: false,
    reasons: [{kind: 'memberChanged', path: ['p1', 'c1', 'e1']}, {kind: 'memberNotAligned'}],
  })
  expect(findings).toEqual([
    expect.objectContaining({about: 'content', id: 'e1'}),
    expect.objectContaining({about: 'incident', message: expect.stringContaining('e1 was found')}),
  ])
  expect(reportLines({checkedAt: '', documents, drafts: [], findings})).toEqual(
    expect.arrayContaining(['p1 (page) is stale', '  memberChanged: e1 → c1 → p1']),
  )
})

test('where drafts stand: by themselves, or with the checkpoint that they go out with', async () => {
  const {documents: before} = await checkDataset(client, trialModel)
  await trial.edit('e1', {value: 'another result'})
  await trial.edit('c2', {value: 'another claim'})
  await trial.edit('c1', {note: 'a note'})
  const checkpoint = await trial.over(running.clientFor('marketing')).join(['e1', 'c1'])
  const report = await checkDataset(client, trialModel)
  expect(report.drafts).toMatchObject([
    {
      id: 'c1',
      state: 'stale',
      reasons: [{kind: 'memberChanged', path: ['c1', 'e1']}, {}],
      checkpoint,
    },
    {id: 'c2', state: 'changed'},
    {id: 'e1', state: 'changed', checkpoint},
  ])
  expect(report.drafts[1]).not.toHaveProperty('checkpoint')
  // Of what is out and what is wrong nothing is said that was not said before.
  expect(report).toMatchObject({documents: before, findings: []})
  expect(reportLines(report)).toEqual(
    expect.arrayContaining([
      '3 drafts: 1 stale, 2 changed',
      `the draft of c1, with ${checkpoint}, (statement) is stale`,
      '  memberChanged: e1 → c1',
      'the draft of c2 (statement) is changed',
    ]),
  )
})

test('a draft that is signed in part says whom it waits for', async () => {
  await trial.edit('c2', {value: 'another claim'})
  await trial.sign('c2', 'marketing')
  const report = await checkDataset(client, trialModel)
  expect(report.drafts).toMatchObject([
    {id: 'c2', state: 'inReview', reasons: [{kind: 'rolesMissing', missing: ['medical']}]},
  ])
  expect(reportLines(report)).toEqual(
    expect.arrayContaining([
      'the draft of c2 (statement) is inReview',
      '  rolesMissing: waits for medical',
    ]),
  )
})

test('a seal that says more than follows from the reviews', async () => {
  await client.patch('seal-p1').set({code: 'AAAA-AAAA'}).commit()
  expect(await check()).toContainEqual(
    expect.stringContaining('p1 has a seal that is not what follows'),
  )
})

test('an approval by whoever had changed the content', async () => {
  await running.clientFor('medical').create({
    _id: 'claimGate.review.own',
    _type: 'review',
    subject: 'p1',
    fingerprint: 'v1-0',
    role: 'medical',
    decision: 'approved',
    reviewer: 'medical',
    editors: ['medical'],
  })
  expect(await check()).toEqual([expect.stringContaining('approves as medical what its signer')])
})

test('whoever signed and changed jobs since signed rightly', async () => {
  await client.patch('who-medical').set({roles: []}).commit()
  expect(await check()).toEqual([])
  await running.clientFor('medical').create({
    _id: 'claimGate.review.late',
    _type: 'review',
    subject: 'p1',
    fingerprint: 'v1-0',
    role: 'medical',
    decision: 'approved',
    reviewer: 'medical',
    signedAt: new Date().toISOString(),
  })
  expect(await check()).toEqual([
    expect.stringContaining('holds that role neither now nor did then'),
  ])
})

test('a withdrawal that somebody removed, and a snapshot that was put in the place of another', async () => {
  await trial.recall('e1')
  await trial.seal()
  expect(await check()).toEqual([])
  await client.delete({query: '*[_type == "review"][decision == "withdrawn"]'})
  expect(await check()).toEqual(
    expect.arrayContaining([expect.stringContaining('e1 has the seal of a recall')]),
  )
  // The sealer hears that it is gone, and everything is approved otherwise.
  await trial.seal()
  expect(await trial.isDelivered('e1')).toBe(false)
  expect(await check()).toEqual(
    expect.arrayContaining([expect.stringContaining('e1 has the seal of a recall')]),
  )
  await trial.edit('e1', {value: '7'})
  await trial.sign('e1', 'medical')
  expect(await trial.publish('e1')).toBe(true)
  await trial.seal()
  expect(await trial.isDelivered('e1')).toBe(false)
  // As the finding says: recalled again, and approved since.
  await trial.recall('e1')
  await trial.seal()
  await trial.sign('e1', 'medical')
  await trial.seal()
  expect(await trial.isDelivered('e1')).toBe(true)
  const removed = expect.stringContaining('claimGate.review.e1.2 spoke of e1 and was removed')
  expect(await check()).toEqual([removed])
  const [first, second] = await client.fetch<GateDocument[]>('*[_type == "snapshot"][0...2]')
  await client
    .patch(first?._id ?? '')
    .set({subject: second?.subject, fingerprint: second?.fingerprint, content: second?.content})
    .commit()
  expect(await check()).toEqual([
    removed,
    expect.stringContaining('is not the snapshot that its name says'),
  ])
})

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

test('what a seal accepts, and the code it carries, were approved', async () => {
  await client
    .patch('seal-p1')
    .append('accepts', [{_key: 'x', fingerprint: 'v1-other'}])
    .commit()
  expect(await check()).toContainEqual(
    expect.stringContaining('seal-p1 accepts v1-other, which nobody approved: run npm run reseal'),
  )
  await trial.begin()
  await client.patch('seal-p1').set({code: 'AAAA-AAAA'}).commit()
  expect(await check()).toContainEqual(
    expect.stringContaining(
      'seal-p1 carries the code AAAA-AAAA, which is that of no content that somebody approved: run',
    ),
  )
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

test('a public dataset, unless that is meant', async () => {
  const open = await startLake({visibility: 'public'})
  try {
    const publicly = open.clientFor('administrator')
    expect((await checkDataset(publicly, trialModel)).findings).toMatchObject([{about: 'dataset'}])
    expect((await checkDataset(publicly, trialModel, {allowPublic: true})).findings).toEqual([])
  } finally {
    await open.lake.close()
  }
})
