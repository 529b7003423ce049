import {cp, mkdtemp, rm, symlink} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {createClient, type SanityClient} from '@sanity/client'
import {evaluate, parse} from 'groq-js'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {gateOptions} from '../../claimGate.config.ts'
import {ALIGNED_ASSET_QUERY} from '../../plugins/claim-gate/delivery/index.ts'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {createGateModel, signReview, startSealer, sweep} from '../../plugins/claim-gate/node.ts'
import {handleEvent, touchedIds} from '../../plugins/claim-gate/sealer/handleEvent.ts'
import {handleEventRule, readHandledEvent} from '../../plugins/claim-gate/sealer/handleEventRule.ts'
import {schemaTypes} from '../../schemas/index.ts'
import {runSanity} from '../content-lake/runSanity.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {collectEvents} from '../support/collectEvents.ts'
import {standBetween} from '../support/standBetween.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* One sealer, hosted twice: called with one change after another as a Sanity Function, or listening beside the lake. */
let running: RunningLake
let client: SanityClient
let trial: GateTrial

beforeAll(async () => {
  running = await startLake()
  client = running.clientFor('administrator')
  trial = new GateTrial(client)
})
afterAll(() => running.lake.close())

interface Change {
  before: object | null
  after: object | null
}

const rule = handleEventRule(trialModel)
const RULE = parse(`*[${rule.filter}]${rule.projection}`, {mode: 'delta'})

/** What a document function is told of a change, if anything: the platform's GROQ, evaluated here. */
async function toldOf({before, after}: Change): Promise<unknown> {
  const told: unknown = await (
    await evaluate(RULE, {dataset: [after ?? before], before, after})
  ).get()
  return Array.isArray(told) ? told[0] : undefined
}

/** Calls the handler as the platform would. */
async function call(change: Change, asked = client) {
  const event = readHandledEvent(await toldOf(change))
  return event && handleEvent(event, trialModel, asked)
}

/** Every change that a lake tells of while something is written, first to last. */
async function changesOf(write: () => Promise<unknown>): Promise<Change[]> {
  const stream = collectEvents(
    client.listen(
      '*',
      {},
      {
        events: ['welcome', 'mutation'],
        includeResult: true,
        includePreviousRevision: true,
        visibility: 'query',
      },
    ),
  )
  await stream.until((events) => events.length > 0)
  await write()
  const end = await client.create({_type: 'end'})
  const events = await stream.until((all) =>
    all.some((event) => event.type === 'mutation' && event.documentId === end._id),
  )
  stream.stop()
  return events
    .filter((event) => event.type === 'mutation')
    .filter(({documentId}) => documentId !== end._id && !documentId.startsWith('drafts.'))
    .map(({previous, result}) => ({before: previous ?? null, after: result ?? null}))
}

async function happens(write: () => Promise<unknown>): Promise<void> {
  for (const change of await changesOf(write)) await call(change)
}

const gateState = () =>
  client.fetch<unknown[]>('*[_type in ["seal", "incident"]]{_id, _rev} | order(_id)')
const openIncidents = () =>
  client.fetch<string[]>('*[_type == "incident"][!defined(closedAt)].subject')

/** What is aligned is delivered and nothing else, and no sweep has anything to add. */
async function expectRight(): Promise<void> {
  const states = [...(await trial.states())]
  const aligned = states.filter(([, state]) => state === 'aligned').map(([id]) => id)
  expect(await trial.delivered()).toEqual(new Set(aligned))
  const before = await gateState()
  await sweep(client, trialModel)
  expect(await gateState()).toEqual(before)
}

describe('whom a change concerns', () => {
  const page = {_id: 'p1', _type: 'page'}
  const review = {_id: 'claimGate.review.1', _type: 'review', subject: 'p1'}
  const checkpoint = (...members: string[]) => ({
    _id: 'claimGate.checkpoint.1',
    _type: 'checkpoint',
    members,
  })
  test.each<[string, Change, string[] | undefined]>([
    ['a gated document that is new', {before: null, after: page}, ['p1']],
    ['one that changed', {before: page, after: {...page, headline: 'x'}}, ['p1']],
    ['one that is gone', {before: page, after: null}, ['p1']],
    ['one that became something else', {before: page, after: {...page, _type: 'x'}}, ['p1']],
    ['a new review', {before: null, after: review}, ['p1']],
    ['a review that is gone', {before: review, after: null}, ['p1']],
    [
      'a review that speaks of another document',
      {before: review, after: {...review, subject: 'p2'}},
      ['p1', 'p2'],
    ],
    ['a new checkpoint', {before: null, after: checkpoint('p1', 'c1')}, ['p1', 'c1']],
    [
      'other members',
      {before: checkpoint('p1', 'c1'), after: checkpoint('c1', 'c2')},
      ['p1', 'c1', 'c2'],
    ],
    ['a checkpoint that is gone', {before: checkpoint('p1'), after: null}, ['p1']],
    ['a draft', {before: null, after: {...page, _id: 'drafts.p1'}}, []],
    ['a version', {before: null, after: {...page, _id: 'versions.r.p1'}}, []],
    [
      'what the gate does not hold',
      {before: null, after: {_id: 'x', _type: 'colleague'}},
      undefined,
    ],
  ])('%s', async (_, change, ids) => {
    const event = readHandledEvent(await toldOf(change))
    expect(event && touchedIds(event, trialModel).toSorted()).toEqual(ids?.toSorted())
  })

  test('a call that names no document is none', () => {
    expect([null, 'p1', {}, {_id: 7}].map(readHandledEvent)).toEqual(Array(4).fill(undefined))
  })
})

describe('called with each change', () => {
  beforeEach(() => trial.begin())

  test('what is written past the gate is withheld, and in force again when it is put back', async () => {
    await happens(() => trial.writeRaw('p2', 'past the gate'))
    expect(await trial.isDelivered('p2')).toBe(false)
    expect(await openIncidents()).toEqual(['p2'])
    await happens(() => trial.writeRaw('p2', '0'))
    expect(await trial.isDelivered('p2')).toBe(true)
    expect(await openIncidents()).toEqual([])
    await expectRight()
  })

  test('the last missing signature puts in force what is published', async () => {
    await happens(() => trial.writeRaw('c2', 'another wording'))
    await happens(() => trial.sign('c2', 'marketing'))
    expect(await trial.isDelivered('c2')).toBe(false)
    await happens(() => trial.sign('c2', 'medical'))
    expect(await trial.isDelivered('c2')).toBe(true)
    await expectRight()
  })

  test('a signature that somebody took away withholds what it approved', async () => {
    const query = '*[_type == "review"][subject == "c2"][role == "medical"]'
    await happens(() => client.delete({query}))
    expect(await trial.isDelivered('c2')).toBe(false)
    await expectRight()
  })

  test('what is deleted is sealed no more', async () => {
    await happens(() => client.delete('p2'))
    expect(await client.fetch('defined(*[_id == "seal-p2"][0].rev)')).toBe(false)
    await expectRight()
  })

  test('a checkpoint brings its members up to date, and its former members', async () => {
    const unseal = () =>
      client
        .transaction()
        .patch('seal-p1', {unset: ['rev']})
        .patch('seal-p2', {unset: ['rev']})
        .commit()
    const checkpoint = {_id: 'claimGate.checkpoint.1', _type: 'checkpoint', members: ['p1', 'p2']}
    await unseal()
    await happens(() => client.create(checkpoint))
    await expectRight()
    await unseal()
    await happens(() => client.patch(checkpoint._id, {set: {members: ['p1']}}).commit())
    await expectRight()
    await client.patch('seal-p1', {unset: ['rev']}).commit()
    await happens(() => client.delete(checkpoint._id))
    await expectRight()
    expect(await trial.isDelivered('p1')).toBe(true)
  })

  test('a change that comes twice, or late, or after another, changes nothing', async () => {
    const changes = await changesOf(async () => {
      await trial.writeRaw('p2', 'past the gate')
      await trial.sign('p2', 'marketing')
      await trial.writeRaw('e1', 'moved')
    })
    for (const change of changes) await call(change)
    const after = await gateState()
    for (const change of [...changes, ...changes.toReversed()]) await call(change)
    expect(await gateState()).toEqual(after)
    await expectRight()
  })
})

/** A seal and an incident are to be written, one after the other. */
async function putBack(): Promise<Change> {
  await happens(() => trial.writeRaw('p2', 'past the gate'))
  const [change] = await changesOf(() => trial.writeRaw('p2', '0'))
  if (!change) throw new Error('Nothing was told')
  return change
}

/** A client whose requests pass somebody first, and which asks for nothing twice. */
const behind = async (before: (count: number) => Promise<'cut' | 'pass'>) => {
  const between = await standBetween(running.lake.url, before)
  const passing = createClient({...client.config(), apiHost: between.url, maxRetries: 0})
  return {client: passing, close: () => between.close()}
}

describe('whatever happens to a call', () => {
  beforeEach(() => trial.begin())

  test('killed before any one of its requests, and called again, it ends right', async () => {
    const delivered = new Set<boolean>()
    for (let killedAt = 1; ; killedAt++) {
      const change = await putBack()
      const doomed = await behind(async (count) => (count < killedAt ? 'pass' : 'cut'))
      const ended = await call(change, doomed.client).then(
        () => true,
        () => false,
      )
      await doomed.close()
      delivered.add(await trial.isDelivered('p2'))
      await call(change)
      expect(await trial.isDelivered('p2')).toBe(true)
      expect(await openIncidents()).toEqual([])
      if (ended) break
    }
    expect(delivered).toEqual(new Set([false, true]))
    await expectRight()
  })

  test('two that write at once end right: one loses the race and judges again', async () => {
    const rehearsal = await putBack()
    const revision = async () => (await client.getDocument('seal-p2'))?._rev
    const first = await revision()
    let reads = 0
    const watched = await behind(async (count) => {
      if ((await revision()) === first) reads = count
      return 'pass'
    })
    await call(rehearsal, watched.client)
    await watched.close()

    const change = await putBack()
    const both = Promise.withResolvers<void>()
    let waiting = 0
    const held = async (count: number): Promise<'pass'> => {
      if (count === reads && ++waiting === 2) both.resolve()
      if (count === reads) await both.promise
      return 'pass'
    }
    const rivals = await Promise.all([behind(held), behind(held)])
    const reports = await Promise.all(rivals.map((rival) => call(change, rival.client)))
    await Promise.all(rivals.map(({close}) => close()))
    expect(waiting).toBe(2)
    expect(reports.flatMap((report) => report?.sealed ?? [])).toEqual(['seal-p2'])
    await expectRight()
  })

  test('a request that fails once keeps no other member of a checkpoint from being sealed', async () => {
    await client.patch('seal-p2', {unset: ['rev']}).commit()
    const checkpoint = {_id: 'c', _type: 'checkpoint', members: ['p1', 'p2']}
    const shaky = await behind(async (count) => (count === 1 ? 'cut' : 'pass'))
    const report = await call({before: null, after: checkpoint}, shaky.client)
    await shaky.close()
    expect(report?.sealed).toEqual(['seal-p2'])
    await expectRight()
  })
})

test('beside the lake, it hears of former members and of signatures that are gone', async () => {
  await trial.begin()
  const errors: unknown[] = []
  const sealer = await startSealer(client, trialModel, {onError: (error) => errors.push(error)})
  const checkpoint = {_id: 'claimGate.checkpoint.1', _type: 'checkpoint', members: ['p1']}
  await client.create(checkpoint)
  await client.patch('seal-p1', {unset: ['rev']}).commit()
  await client.patch(checkpoint._id, {set: {members: ['p2']}}).commit()
  await expect.poll(() => trial.isDelivered('p1')).toBe(true)
  await client.patch('seal-p2', {unset: ['rev']}).commit()
  await client.delete(checkpoint._id)
  await expect.poll(() => trial.isDelivered('p2')).toBe(true)
  await client.delete({query: '*[_type == "review"][subject == "c1"][role == "medical"]'})
  await expect.poll(() => trial.isDelivered('c1')).toBe(false)
  sealer.stop()
  await sealer.settled()
  expect(errors).toEqual([])
})

describe('as the function of the blueprint, called by the real command line', () => {
  const ROOT = fileURLToPath(new URL('../..', import.meta.url))
  const PARTS = ['sanity.blueprint.ts', 'claimGate.config.ts', 'tsconfig.json', 'schemas']
  let project: string

  /** A copy, because the command builds beside the function. */
  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'function-'))
    for (const part of [...PARTS, 'functions', 'plugins'])
      await cp(join(ROOT, part), join(project, part), {recursive: true})
    await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'))
  })
  afterAll(() => rm(project, {recursive: true}))

  const functionsTest = async (...args: string[]): Promise<unknown> => {
    const {code, stdout, stderr} = await runSanity(running.lake.url, project, [
      'functions',
      'test',
      'claim-gate-sealer',
      '--json',
      '--with-user-token',
      '--path',
      join(project, 'sanity.blueprint.ts'),
      '--project-id',
      running.lake.projectId,
      '--dataset',
      running.lake.dataset,
      ...args,
    ])
    expect(code, `${stdout}\n${stderr}`).toBe(0)
    return JSON.parse(stdout)
  }
  const isDelivered = async (id: string) =>
    (await client.fetch(ALIGNED_ASSET_QUERY, {id}, {perspective: 'published'})) !== null

  test('a new review, and a checkpoint that lost a member, seal what they concern', async () => {
    await client
      .transaction()
      .create({
        _id: 'person-medical',
        _type: 'person',
        name: 'Ada',
        accountId: 'medical',
        functions: ['medical'],
      })
      .create({_id: 'evidence-1', _type: 'evidence', title: 'A study'})
      .commit()
    await signReview(client, createGateModel(schemaTypes, gateOptions), {
      subject: 'evidence-1',
      account: 'medical',
      role: 'medical',
      decision: 'approved',
    })
    const review = await client.fetch<object>('*[_type == "review"][subject == "evidence-1"][0]')
    expect(await functionsTest('--data', JSON.stringify(review))).toEqual({
      logs: expect.stringContaining('1 seals written, 0 incidents opened'),
    })
    expect(await isDelivered('evidence-1')).toBe(true)

    await client.patch('seal-evidence-1', {unset: ['rev']}).commit()
    const checkpoint = {_id: 'claimGate.checkpoint.2', _type: 'checkpoint'}
    await functionsTest(
      '--event',
      'update',
      '--data-before',
      JSON.stringify({...checkpoint, members: ['evidence-1']}),
      '--data-after',
      JSON.stringify({...checkpoint, members: []}),
    )
    expect(await isDelivered('evidence-1')).toBe(true)
  })
})
