import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {contentOf, snapshotId, type GateDocument} from '../../plugins/claim-gate/node.ts'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {checkDataset} from '../../scripts/check/checkDataset.ts'
import {reportLines} from '../../scripts/check/printReport.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {BASE} from '../invariants/trialDocuments.ts'
import {standBetween} from '../support/standBetween.ts'
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

test('a snapshot that nobody signed with, and none that was put back from an export', async () => {
  const {json, fingerprint} = contentOf(trialModel, {...BASE.p1, headline: 'never signed'})
  const _id = snapshotId('p1', fingerprint)
  const forged = {_id, _type: 'snapshot', subject: 'p1', fingerprint, content: json}
  await running.clientFor('marketing').create(forged)
  const signed = await client.fetch<GateDocument>(
    '*[_type == "snapshot"][subject == "c1"] | order(_id)[0]',
  )
  await client.delete(signed._id)
  await client.create(signed)
  expect(await check()).toEqual([
    expect.stringMatching(
      new RegExp(
        `^${_id} was written by marketing at \\S+, and no review that is left was signed with it then: ask marketing`,
        'u',
      ),
    ),
  ])
})

test('nothing to say of what is signed while it is looked at', async () => {
  const state = {isSigned: false}
  const between = await standBetween(running.lake.url, async (_count, url) => {
    if (state.isSigned || !decodeURIComponent(url).includes('$type="snapshot"')) return 'pass'
    state.isSigned = true
    await trial.edit('p1', {value: 'signed meanwhile'})
    await trial.sign('p1', 'medical')
    return 'pass'
  })
  const {findings} = await checkDataset(client.withConfig({apiHost: between.url}), trialModel)
  await between.close()
  expect([state.isSigned, findings]).toEqual([true, []])
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
    {id: 'c2', state: 'changed', waitsFor: ['marketing', 'medical']},
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
    {id: 'c2', state: 'inReview', reasons: [{kind: 'rolesMissing'}], waitsFor: ['medical']},
  ])
  expect(reportLines(report)).toEqual(
    expect.arrayContaining(['the draft of c2 (statement) is inReview', '  waits for medical']),
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
