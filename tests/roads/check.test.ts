import type {SanityClient} from '@sanity/client'
import {execFile} from 'node:child_process'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {openCheckpoint, type GateDocument} from '../../plugins/claim-gate/node.ts'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {checkDataset} from '../../scripts/check/checkDataset.ts'
import {reportLines} from '../../scripts/check/printReport.ts'
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

const check = async (): Promise<string[]> => {
  const {findings} = await checkDataset(client, trialModel)
  return findings.map(({id, message}) => `${id} ${message}`)
}

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
  expect(reportLines({checkedAt: '', documents, findings})).toEqual(
    expect.arrayContaining(['p1 (page) is stale', '  memberChanged: e1 → c1 → p1']),
  )
})

test('a seal that says more than follows from the reviews', async () => {
  await client.patch('seal-p1').set({code: 'AAAA-AAAA'}).commit()
  expect(await check()).toEqual([expect.stringContaining('p1 has a seal that is not what follows')])
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

test('a withdrawal that somebody removed, and a snapshot that was put in the place of another', async () => {
  await trial.recall('e1')
  await trial.seal()
  expect(await check()).toEqual([])
  await client.delete({query: '*[_type == "review"][decision == "withdrawn"]'})
  expect(await check()).toEqual(
    expect.arrayContaining([expect.stringContaining('e1 has the seal of a recall')]),
  )
  await trial.begin()
  const [first, second] = await client.fetch<GateDocument[]>('*[_type == "snapshot"][0...2]')
  await client
    .patch(first?._id ?? '')
    .set({subject: second?.subject, fingerprint: second?.fingerprint, content: second?.content})
    .commit()
  expect(await check()).toEqual([expect.stringContaining('is not the snapshot that its name says')])
})

test('a document in two open checkpoints, and a word in one that nobody of that name wrote', async () => {
  const owner = {account: 'administrator', name: 'A'}
  const checkpoint = {title: 'A', kind: 'change', members: ['c1']} as const
  const opened = await openCheckpoint(client, trialModel, checkpoint, owner)
  expect(await check()).toEqual([])
  const id = 'changed' in opened ? opened.changed : ''
  const second = `${id}-2`
  await client.create({_id: second, _type: 'checkpoint', kind: 'change', members: ['c1']})
  expect(await check()).toEqual([
    `c1 belongs to ${id} and ${second}: merge them, or take it out of one`,
  ])
  await client.delete(second)
  const event = {_key: 'x', kind: 'setAside', doc: 'p1', account: 'somebody', name: 'S', at: ''}
  await client.patch(id).append('events', [event]).commit()
  expect(await check()).toEqual([
    `${id} says that somebody did this to it: setAside; the log knows of nothing that somebody wrote`,
  ])
})

test('a launch that is said to have passed, and did not', async () => {
  const id = 'claimGate.checkpoint.said'
  const passed = {
    _id: id,
    _type: 'checkpoint',
    kind: 'launch',
    group: 'spring',
    members: ['new', 'p1'],
    closedAt: new Date().toISOString(),
    outcome: 'passed',
  }
  await client.create(passed)
  await client.create({_id: 'drafts.new', _type: 'lesson', goal: 'Say it'})
  expect(await check()).toEqual([
    `${id} is said to have passed, and new has never been out: whoever wrote that lets it out without the others`,
  ])
  await client.createOrReplace({...passed, members: ['p1']})
  expect(await check()).toEqual([
    `${id} is said to have passed as a launch, and has nothing for training: whoever wrote that lets the other side out alone`,
  ])
  await client.createOrReplace({...passed, kind: 'change', members: ['p1']})
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

describe('the command', () => {
  const run = (env: Record<string, string>, ...args: string[]) =>
    new Promise<{code: number | string | null | undefined; stdout: string; stderr: string}>(
      (resolve) => {
        execFile(
          process.execPath,
          ['scripts/check.ts', ...args],
          {env: {...process.env, ...env}},
          (error, stdout, stderr) => resolve({code: error ? error.code : 0, stdout, stderr}),
        )
      },
    )

  test('ends with 0 or 1, as JSON if asked, and with 2 where nothing could be checked', async () => {
    const env = {THROUGHLINE_LAKE_URL: running.lake.url, SANITY_AUTH_TOKEN: 'administrator'}
    await client.delete({query: '*[_id in path("**")]'})
    expect(await run(env)).toMatchObject({code: 0, stdout: expect.stringContaining('Everything')})
    await client.create({_id: 'claim-1', _type: 'claim', statement: 'Nobody signed this'})
    const found = await run(env, '--json')
    expect(found.code).toBe(1)
    expect(JSON.parse(found.stdout)).toMatchObject({
      documents: [{id: 'claim-1', state: 'unreviewed', delivered: false}],
      findings: [{about: 'content', id: 'claim-1'}],
    })
    const refused = await run({...env, SANITY_AUTH_TOKEN: 'nobody'})
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('could not be checked'),
    })
  })
})
