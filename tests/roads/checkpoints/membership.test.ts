import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {trialModel} from '../../../plugins/claim-gate/fixtures/trialSchema.ts'
import {
  fetchCheckpoint,
  mergeCheckpoints,
  openCheckpoint,
  publishTogether,
  removeMember,
  setAside,
  takeOver,
  type NewCheckpoint,
} from '../../../plugins/claim-gate/node.ts'
import {page, statement, study} from '../../../plugins/claim-gate/fixtures/trialWorld.ts'
import {startLake, type RunningLake} from '../../support/startLake.ts'
import {checkpointTrial, OTHER, OWNER, SPRING, reasonOf} from './checkpointTrial.ts'

/* What belongs to a checkpoint, and checkpoints that wait for each other. */
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

describe('checkpoints that wait for each other', () => {
  test('say so, and go out as one once they are merged', async () => {
    await trial.charter()
    await trial.put(...SPRING)
    const sources = await trial.open({members: ['e', 'c']})
    const launch = await trial.open({kind: 'launch', group: 'spring', members: ['p', 'l']})
    await trial.agreeAs('marketing')
    await trial.agreeAs('medical')
    await trial.sign(['e', 'c'])
    expect(await trial.blockers(launch)).toEqual(
      expect.arrayContaining([{kind: 'otherCheckpoint', id: 'p', checkpoint: sources}]),
    )
    expect(await mergeCheckpoints(client, [sources, launch], OWNER)).toEqual({changed: launch})
    await trial.sign(['p', 'l'])
    expect(await trial.publish(launch)).toMatchObject({ids: ['p', 'l', 'e', 'c']})
    expect(await trial.delivered('e', 'c', 'p', 'l')).toEqual([true, true, true, true])
    expect(await fetchCheckpoint(client, sources)).toMatchObject({outcome: 'merged'})
  })

  test('merged, what was set aside in the one is asked for again', async () => {
    await trial.put(study('e', '0'), statement('c', '0', ['e']), page('q', '0', ['c']))
    for (const id of ['e', 'c', 'q']) {
      await trial.sign([id])
      await publishTogether(client, trialModel, [id])
    }
    const [first, second] = [await trial.open({members: ['e']}), await trial.open({members: ['c']})]
    await trial.put(statement('c', '1', ['e']))
    await trial.sign(['c'])
    await setAside(client, trialModel, second, 'q', 'sold out', OWNER)
    expect(await trial.blockers(second)).toEqual([])
    await mergeCheckpoints(client, [first, second], OWNER)
    expect(await trial.blockers(first)).toEqual([
      {kind: 'dependantNotAligned', id: 'q', state: 'stale'},
    ])
  })

  test('two launches are not made one', async () => {
    await trial.put(...SPRING)
    const first = await trial.open({kind: 'launch', group: 'spring', members: ['p']})
    const second = await trial.open({kind: 'launch', group: 'autumn', members: ['e']})
    expect(reasonOf(await mergeCheckpoints(client, [first, second], OWNER))).toBe('otherGroup')
  })
})

describe('membership', () => {
  test('is of one open checkpoint at most, of what the gate holds, and signed', async () => {
    await trial.put(...SPRING)
    const id = await trial.open({members: ['c']})
    const again = (members: string[], more: Partial<NewCheckpoint> = {}) =>
      openCheckpoint(
        client,
        trialModel,
        {title: 'x', kind: 'change', members, ...more},
        OWNER,
      ).then(reasonOf)
    expect(await again(['c'])).toBe('elsewhere')
    expect(await again(['nothing'])).toBe('notThere')
    expect(await again(['who-medical'])).toBe('notGated')
    expect(await again([], {title: ' '})).toBe('titleMissing')
    expect(await again([], {kind: 'launch'})).toBe('groupMissing')
    const remove = (doc: string, reason: string) =>
      removeMember(client, id, doc, reason, OTHER).then(reasonOf)
    expect(await remove('p', 'why')).toBe('notMember')
    expect(await remove('c', '')).toBe('reasonMissing')
    expect(await remove('c', 'later')).toBe('changed')
    expect(await trial.blockers(id)).toEqual([{kind: 'noMembers'}])
    const {events} = (await fetchCheckpoint(client, id)) ?? {events: []}
    expect(events.map(({kind, name}) => [kind, name])).toEqual([
      ['opened', 'Olga'],
      ['added', 'Olga'],
      ['removed', 'Otto'],
    ])
    expect(await again(['c'])).toBe('changed')
  })

  test('of a draft that is gone keeps the rest waiting until it is taken out', async () => {
    await trial.put(...SPRING)
    const id = await trial.open({members: ['e', 'c']})
    await trial.sign(['e', 'c'])
    await client.delete('drafts.c')
    expect(await trial.blockers(id)).toEqual([{kind: 'memberGone', id: 'c'}])
    await removeMember(client, id, 'c', 'not written', OWNER)
    expect(await trial.publish(id)).toMatchObject({ids: ['e']})
  })

  test('one who takes a checkpoint over may set aside what its first owner could', async () => {
    await trial.put(...SPRING)
    const id = await trial.open({members: ['e']})
    expect(reasonOf(await takeOver(client, id, OTHER))).toBe('changed')
    expect(await fetchCheckpoint(client, id)).toMatchObject({owner: 'other'})
  })

  test('that changes while it is being published lets nothing out', async () => {
    await trial.put(...SPRING)
    const id = await trial.open({members: ['e', 'c']})
    await trial.sign(['e', 'c'])
    const both = await Promise.all([
      trial.publish(id),
      removeMember(client, id, 'c', 'not yet', OWNER),
    ])
    const [published, removed] = both
    // Whoever came first: what is out and what the checkpoint names are one and the same.
    expect('published' in published).toBe('refused' in removed)
    expect(await trial.delivered('e', 'c')).toEqual(
      'published' in published ? [true, true] : [false, false],
    )
  })
})
