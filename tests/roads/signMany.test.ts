import type {SanityClient} from '@sanity/client'
import {afterAll, afterEach, beforeAll, beforeEach, describe, expect, test} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {bringUpToDate, judge, loadWorld, signMany} from '../../plugins/claim-gate/node.ts'
import type {SignManyRequest} from '../../plugins/claim-gate/reviewing/signMany.ts'
import {GateTrial} from '../invariants/gateTrial.ts'
import {IDS} from '../invariants/trialDocuments.ts'
import {standBetween} from '../support/standBetween.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* One comment of one person on many documents. */
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

const seenOf = async (ids: readonly string[]) => {
  const world = await loadWorld(client, trialModel, {ids})
  return ids.flatMap((subject) => {
    const document = world.documents.get(subject)
    if (!document) return []
    const {fingerprint, pins} = judge(trialModel, document, world)
    return [{subject, seen: {fingerprint, pins}}]
  })
}

test('writes one review each, and asked again none of them twice', async () => {
  await trial.writeRaw('e1', '1')
  await trial.sign('e1', 'medical')
  const documents = await seenOf(['c1', 'c2', 'p1', 'p2'])
  const request = {account: 'medical', role: 'medical', comment: 'Read again', documents}
  const told: number[] = []
  const first = await signMany(client, trialModel, request, (done) => told.push(done))
  expect(first.map((each) => 'signed' in each)).toEqual([true, true, true, true])
  expect(told).toEqual([4])
  const again = await signMany(client, trialModel, request)
  expect(again).toEqual(
    first.map((each) => ({subject: each.subject, already: 'signed' in each ? each.signed : ''})),
  )
  await signMany(client, trialModel, {...request, account: 'marketing', role: 'marketing'})
  await bringUpToDate(client, trialModel, ['e1'])
  expect((await trial.delivered()).size).toBe(IDS.length)
})

describe('sixty of them, broken off in the third chunk', () => {
  const ids = Array.from({length: 60}, (_each, at) => `more-${at}`)
  const reviews = () =>
    client.fetch<number>('count(*[_type == "review" && string::startsWith(subject, "more-")])')

  beforeEach(async () => {
    const written = ids.reduce(
      (transaction, _id) => transaction.createOrReplace({_id, _type: 'study', value: _id}),
      client.transaction(),
    )
    await written.commit()
    await client.delete({query: '*[_type == "review" && string::startsWith(subject, "more-")]'})
  })
  afterEach(async () => {
    await client.delete({query: '*[_type == "review" && string::startsWith(subject, "more-")]'})
    await client.delete({query: '*[string::startsWith(_id, "more-")]'})
  })

  async function resumed(request: SignManyRequest): Promise<void> {
    expect(await reviews()).toBe(50)
    const again = await signMany(client, trialModel, request)
    expect(again.filter((each) => 'already' in each)).toHaveLength(50)
    expect(again.filter((each) => 'signed' in each)).toHaveLength(10)
    expect(await reviews()).toBe(60)
  }

  test('by whoever signs', async () => {
    const request = {account: 'medical', role: 'medical', documents: await seenOf(ids)}
    const stop = new AbortController()
    const asked = signMany(
      client,
      trialModel,
      request,
      (done) => (done === 50 ? stop.abort() : undefined),
      stop.signal,
    )
    await expect(asked).rejects.toThrow(/abort/iu)
    await resumed(request)
  })

  test('by the line', async () => {
    const request = {account: 'medical', role: 'medical', documents: await seenOf(ids)}
    let done = 0
    const between = await standBetween(running.lake.url, async () => (done === 50 ? 'cut' : 'pass'))
    try {
      const cut = client.withConfig({apiHost: between.url, maxRetries: 0})
      const asked = signMany(cut, trialModel, request, (dealtWith) => (done = dealtWith))
      await expect(asked).rejects.toThrow('fetch failed')
    } finally {
      await between.close()
    }
    await resumed(request)
  })
})

test('asked twice at once signs nothing twice', async () => {
  await trial.writeRaw('e1', '1')
  await trial.sign('e1', 'medical')
  const ids = ['c1', 'c2', 'p1', 'p2']
  const request = {account: 'medical', role: 'medical', documents: await seenOf(ids)}
  const before = await client.fetch<number>('count(*[_type == "review"])')
  const [first, second] = await Promise.all(
    [request, request].map((each) => signMany(client, trialModel, each)),
  )
  const signed = [...(first ?? []), ...(second ?? [])].filter((each) => 'signed' in each)
  expect(signed.map(({subject}) => subject).toSorted()).toEqual(ids)
  expect(await client.fetch('count(*[_type == "review"])')).toBe(before + ids.length)
})

test('signs nothing that moved since it was read, and says so', async () => {
  await trial.writeRaw('e1', '1')
  const documents = await seenOf(['p1', 'p2'])
  await trial.writeRaw('p2', '1')
  const results = await signMany(client, trialModel, {
    account: 'medical',
    role: 'medical',
    documents,
  })
  expect(results).toMatchObject([
    {signed: expect.any(String)},
    {refused: {reason: 'moved', ids: ['p2']}},
  ])
})
