import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {publishTogether, signReview} from '../../plugins/claim-gate/node.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* The road through the gate: signing and publishing, and what either refuses. */
let running: RunningLake
let client: SanityClient
let trial: GateTrial

beforeAll(async () => {
  running = await startLake()
  client = running.clientFor('administrator')
  trial = new GateTrial(client)
})
afterAll(() => running.lake.close())
beforeEach(() => trial.begin())

const publish = (...ids: string[]) => publishTogether(client, trialModel, ids)
const draftSeals = () =>
  client.fetch<string[]>('*[_id in path("drafts.seal-**") || _id match "drafts.seal-*"]._id')

describe('publishing', () => {
  test('puts document and seal out in one transaction, and leaves no draft of either', async () => {
    await trial.edit('p1', {value: '1'})
    await trial.sign('p1', 'marketing')
    await trial.sign('p1', 'medical')
    const result = await publish('p1')
    expect(result).toMatchObject({ids: ['p1']})
    const [document, seal] = await Promise.all([
      client.getDocument('p1'),
      client.getDocument('seal-p1'),
    ])
    expect(seal).toMatchObject({_rev: document?._rev, rev: document?._rev})
    expect(await trial.isDelivered('p1')).toBe(true)
    expect(await draftSeals()).toEqual([])
    expect(await client.getDocument('drafts.p1')).toBeUndefined()
  })

  test('refuses what is not aligned, with the verdict, and changes nothing', async () => {
    await trial.edit('p1', {value: '1'})
    const before = await client.getDocument('p1')
    expect(await publish('p1')).toMatchObject({
      refused: {reason: 'notAligned', verdicts: {p1: {state: 'changed'}}},
    })
    expect(await client.getDocument('p1')).toEqual(before)
    expect(await draftSeals()).toEqual([])
  })

  test('refuses where there is no draft, and a type that the gate does not hold', async () => {
    expect(await publish('p1')).toMatchObject({refused: {reason: 'nothingToPublish'}})
    await client.create({_id: 'drafts.x', _type: 'colleague'})
    expect(await publish('x')).toMatchObject({refused: {reason: 'notGated'}})
  })

  test('of two publications at one moment at most one goes out, and no seal of the other is left', async () => {
    await trial.edit('p1', {value: '1'})
    await trial.sign('p1', 'marketing')
    await trial.sign('p1', 'medical')
    const results = await Promise.all([publish('p1'), publish('p1'), publish('p1')])
    expect(results.filter((result) => 'published' in result).length).toBeLessThanOrEqual(1)
    // Where all of them lost, each told its author so; whoever tries again is let through.
    if (results.every((result) => 'refused' in result)) await publish('p1')
    expect(await trial.isDelivered('p1')).toBe(true)
    expect(await draftSeals()).toEqual([])
  })

  test('a source that is put back makes what rests on it deliverable in the same transaction', async () => {
    await trial.edit('e1', {value: '1'})
    await trial.sign('e1', 'medical')
    await publish('e1')
    await trial.seal()
    expect(await trial.delivered()).toEqual(new Set(['e1', 'e2']))
    await trial.edit('e1', {value: '0'})
    await publish('e1')
    expect((await trial.delivered()).size).toBe(6)
  })

  test('what is stale and unchanged goes out again as soon as its roles signed, without being published', async () => {
    await trial.edit('e1', {value: '1'})
    await trial.sign('e1', 'medical')
    await publish('e1')
    for (const id of ['c1', 'p1'] as const) {
      await trial.sign(id, 'marketing')
      await trial.sign(id, 'medical')
    }
    await trial.seal()
    expect(await trial.isDelivered('p1')).toBe(true)
  })

  test('refuses to darken what is out until a first day that is still to come', async () => {
    await client.action({
      actionType: 'sanity.action.document.edit',
      draftId: 'drafts.c1',
      publishedId: 'c1',
      patch: {set: {from: '2099-01-01'}},
    })
    await trial.sign('c1', 'marketing')
    await trial.sign('c1', 'medical')
    expect(await publish('c1')).toMatchObject({
      refused: {reason: 'notYetEffective', from: '2099-01-01T00:00:00.000Z'},
    })
    expect(await trial.isDelivered('c1')).toBe(true)
  })
})

describe('signing', () => {
  const sign = (request: Partial<Parameters<typeof signReview>[2]>) =>
    signReview(client, trialModel, {
      subject: 'p1',
      account: 'medical',
      role: 'medical',
      decision: 'approved',
      ...request,
    })

  test('keeps what was seen: snapshots whose hash is the fingerprint that was signed', async () => {
    await trial.edit('p1', {value: '1'})
    const result = await sign({})
    const review = await client.getDocument('signed' in result ? result.signed : '')
    expect(review).toMatchObject({
      subject: 'p1',
      role: 'medical',
      reviewer: 'medical',
      meaning: 'Approved for medical accuracy',
    })
    const snapshots = await client.fetch<string[]>('*[_id in $ids].subject', {
      ids: review?.snapshots,
    })
    expect(snapshots.toSorted()).toEqual(['c1', 'e1', 'p1'])
  })

  test.each([
    ['an account that is nobody', {account: 'stranger'}, 'noSigner'],
    ['a role that the person does not hold', {role: 'marketing'}, 'notInRole'],
    [
      'a role that the content does not ask for',
      {account: 'marketing', role: 'marketing', subject: 'e1'},
      'roleNotAsked',
    ],
    [
      'a request for changes without a word',
      {decision: 'changesRequested' as const, comment: ' '},
      'commentMissing',
    ],
    ['what is gone', {subject: 'nothing'}, 'gone'],
    ['a type that the gate does not hold', {subject: 'who-medical'}, 'notGated'],
  ])('is refused to %s', async (_name, request, reason) => {
    expect(await sign(request)).toEqual({refused: expect.objectContaining({reason})})
  })

  test('is refused when anything moved while it was read, and says what', async () => {
    const verdict = await sign({})
    const seen = 'verdict' in verdict ? verdict.verdict : {fingerprint: '', pins: []}
    await trial.writeRaw('e1', '2')
    expect(await sign({seen})).toEqual({refused: {reason: 'moved', ids: ['e1']}})
    await trial.edit('p1', {value: '2'})
    expect(await sign({seen})).toEqual({refused: {reason: 'moved', ids: ['p1', 'e1']}})
  })
})
