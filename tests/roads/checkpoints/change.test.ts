import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {ALIGNED_ASSET_QUERY} from '../../../plugins/claim-gate/delivery/index.ts'
import {trialModel} from '../../../plugins/claim-gate/fixtures/trialSchema.ts'
import {page, statement, study} from '../../../plugins/claim-gate/fixtures/trialWorld.ts'
import {
  abandon,
  fetchCheckpoint,
  publishTogether,
  recall,
  setAside,
  signMany,
  signReview,
  sweep,
  takeBack,
} from '../../../plugins/claim-gate/node.ts'
import {startLake, type RunningLake} from '../../support/startLake.ts'
import {checkpointTrial, OTHER, OWNER, reasonOf} from './checkpointTrial.ts'

/* A change: a source and what rests on it, live in one transaction. */
let running: RunningLake
let client: SanityClient
let trial: ReturnType<typeof checkpointTrial>

beforeAll(async () => {
  running = await startLake()
  client = running.clientFor('administrator')
  trial = checkpointTrial(client)
})
afterAll(() => running.lake.close())
beforeEach(() => trial.begin())

describe('a change', () => {
  const OUT = [
    study('e', '0'),
    statement('c', '0', ['e']),
    page('p', '0', ['c']),
    page('q', '0', ['c']),
  ]

  beforeEach(async () => {
    await trial.put(...OUT)
    for (const {_id} of OUT) {
      await trial.sign([_id])
      expect(await publishTogether(client, trialModel, [_id])).toHaveProperty('published')
    }
  })

  test('goes live with what rests on it, in one transaction: a reader at full speed never sees fewer', async () => {
    const id = await trial.open({members: ['c']})
    await trial.put(statement('c', '1', ['e']))
    await trial.sign(['c'])
    expect(await trial.blockers(id)).toEqual(
      ['p', 'q'].map((each) => ({kind: 'dependantNotAligned', id: each, state: 'stale'})),
    )
    expect(await publishTogether(client, trialModel, ['c'])).toHaveProperty('refused')
    await trial.sign(['p', 'q'], id)
    expect(await trial.delivered('c', 'p', 'q')).toEqual([true, true, true])
    const seen: number[] = []
    const reading = {on: true}
    const reader = (async () => {
      while (reading.on) {
        const count = await client.fetch<number>(
          `count([${['c', 'p', 'q'].map((each) => `(${ALIGNED_ASSET_QUERY.replaceAll('$id', `"${each}"`)})`).join(', ')}][defined(@)])`,
          {},
          {perspective: 'published'},
        )
        seen.push(count)
      }
    })()
    await expect.poll(() => seen.length).toBeGreaterThan(3)
    expect(await trial.publish(id)).toMatchObject({ids: ['c']})
    const at = seen.length
    await expect.poll(() => seen.length).toBeGreaterThan(at + 3)
    reading.on = false
    await reader
    expect(new Set(seen)).toEqual(new Set([3]))
    await sweep(client, trialModel)
    expect(await trial.delivered('c', 'p', 'q')).toEqual([true, true, true])
  })

  test('its dependants are approved for it many at once, and what was signed stays good when it goes live', async () => {
    const id = await trial.open({members: ['c']})
    await trial.put(statement('c', '1', ['e']))
    await trial.sign(['c'])
    const {dependants} = await trial.standing(id)
    for (const role of ['marketing', 'medical']) {
      const results = await signMany(client, trialModel, {
        account: role,
        role,
        basis: id,
        documents: dependants.map((each) => ({
          subject: each.id,
          seen: {fingerprint: each.verdict.fingerprint, pins: each.verdict.pins},
        })),
      })
      expect(results.every((result) => 'signed' in result)).toBe(true)
    }
    expect(await trial.blockers(id)).toEqual([])
    expect(await trial.publish(id)).toHaveProperty('published')
    expect(await trial.delivered('p', 'q')).toEqual([true, true])
  })

  test('an editorial change of a member goes out by itself, and leaves the checkpoint open', async () => {
    const id = await trial.open({members: ['c']})
    await trial.put(statement('c', '0', ['e'], {notes: 'a word'}))
    expect(await publishTogether(client, trialModel, ['c'])).toMatchObject({ids: ['c']})
    await sweep(client, trialModel)
    expect(await fetchCheckpoint(client, id)).not.toHaveProperty('outcome')
  })

  test('what its owner sets aside goes stale with it, and nobody else may say so', async () => {
    const id = await trial.open({members: ['c']})
    await trial.put(statement('c', '1', ['e']))
    await trial.sign(['c'])
    await trial.sign(['p'], id)
    const aside = (doc: string, reason: string, actor = OWNER) =>
      setAside(client, trialModel, id, doc, reason, actor).then(reasonOf)
    expect(await aside('q', 'sold out', OTHER)).toBe('notOwner')
    expect(await aside('q', ' ')).toBe('reasonMissing')
    expect(await aside('e', 'sold out')).toBe('notDependant')
    expect(await aside('q', 'sold out')).toBe('changed')
    expect(await trial.blockers(id)).toEqual([])
    expect(reasonOf(await takeBack(client, id, 'q', OWNER))).toBe('changed')
    expect(await trial.blockers(id)).toHaveLength(1)
    await aside('q', 'sold out')
    expect(await trial.publish(id)).toHaveProperty('published')
    expect(await trial.delivered('p', 'q')).toEqual([true, false])
    const {events} = (await fetchCheckpoint(client, id)) ?? {events: []}
    expect(events.at(-1)).toMatchObject({
      kind: 'setAside',
      doc: 'q',
      name: 'Olga',
      reason: 'sold out',
    })
  })

  test('in a launch nothing is set aside', async () => {
    const id = await trial.open({kind: 'launch', group: 'spring', members: ['c']})
    expect(reasonOf(await setAside(client, trialModel, id, 'q', 'why', OWNER))).toBe('notChange')
  })

  test('a request for changes to a dependant keeps it from going live, and what is out stays out', async () => {
    const id = await trial.open({members: ['c']})
    await trial.put(statement('c', '1', ['e']))
    await trial.sign(['c'])
    await trial.sign(['p', 'q'], id)
    await signReview(client, trialModel, {
      subject: 'q',
      account: 'medical',
      role: 'medical',
      basis: id,
      decision: 'changesRequested',
      comment: 'no', // prettier-ignore
    })
    expect(await trial.publish(id)).toMatchObject({
      refused: {blockers: [{kind: 'dependantNotAligned', id: 'q', state: 'changesRequested'}]},
    })
    await sweep(client, trialModel)
    expect(await trial.delivered('c', 'q')).toEqual([true, true])
  })

  test('a request for changes on a change that changes no word is no word on what is out', async () => {
    const id = await trial.open({members: ['c']})
    await trial.put(statement('c', '0', ['e'], {notes: 'a word'}))
    await signReview(client, trialModel, {
      subject: 'p',
      account: 'medical',
      role: 'medical',
      basis: id,
      decision: 'changesRequested',
      comment: 'later',
    })
    await sweep(client, trialModel)
    expect(await trial.delivered('p')).toEqual([true])
  })

  test('what is recalled is approved again as it is published, though a draft of it waits in a checkpoint', async () => {
    const id = await trial.open({members: ['p']})
    await trial.put(page('p', '1', ['c']))
    const who = {account: 'medical', role: 'medical', comment: 'because'}
    await recall(client, trialModel, {subject: 'p', ...who})
    expect(await trial.delivered('p')).toEqual([false])
    await trial.sign(['p'], 'published')
    await sweep(client, trialModel)
    expect(await trial.delivered('p')).toEqual([true])
    expect(await fetchCheckpoint(client, id)).not.toHaveProperty('outcome')
    expect(await trial.blockers(id)).toEqual([{kind: 'notAligned', id: 'p', state: 'withdrawn'}])
  })

  test('one dependant is approved for two checkpoints, each of which goes out by itself', async () => {
    await trial.put(study('e2', '0'), statement('c2', '0', ['e2']), page('p', '1', ['c', 'c2']))
    for (const each of ['e2', 'c2', 'p']) {
      await trial.sign([each])
      await publishTogether(client, trialModel, [each])
    }
    const first = await trial.open({members: ['c']})
    const second = await trial.open({members: ['c2']})
    await trial.put(statement('c', '1', ['e']), statement('c2', '1', ['e2']))
    await trial.sign(['c', 'c2'])
    await trial.sign(['p', 'q'], first)
    await trial.sign(['p'], second)
    expect(await trial.blockers(first)).toEqual([])
    expect(await trial.blockers(second)).toEqual([])
    expect(await trial.publish(first)).toHaveProperty('published')
    expect(await trial.delivered('p', 'q')).toEqual([true, true])
    // Together the two are a state that nobody has read yet.
    expect(await trial.blockers(second)).toEqual([
      {kind: 'dependantNotAligned', id: 'p', state: 'stale'},
    ])
    await trial.sign(['p'], second)
    expect(await trial.publish(second)).toHaveProperty('published')
    expect(await trial.delivered('p')).toEqual([true])
  })

  test('nothing is signed on a checkpoint that is closed', async () => {
    const id = await trial.open({members: ['c']})
    await abandon(client, id, 'not needed', OWNER)
    expect(
      await signReview(client, trialModel, {
        subject: 'p',
        account: 'medical',
        role: 'medical',
        decision: 'approved',
        basis: id,
      }),
    ).toEqual({refused: {reason: 'basisGone', basis: id}})
  })
})
