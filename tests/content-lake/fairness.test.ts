import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {collectEvents} from '../support/collectEvents.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* What one client asks for must not take the lake from the others. */
const RUNAWAY = '*[count(*[count(*[count(*[count(*[n == ^.n + ^.^.^.n]) > 0]) > 0]) > 0]) > 0]{_id}'

let running: RunningLake

beforeAll(async () => {
  running = await startLake()
  const client = running.clientFor('editor')
  const transaction = client.transaction()
  for (let n = 0; n < 200; n++) transaction.create({_id: `n${n}`, _type: 'number', n})
  await transaction.commit()
})
afterAll(() => running.lake.close())

describe('writers', () => {
  test('wait for a query inside a mutation only as long as one may take, also behind slow readers', async () => {
    const [viewer, editor] = [running.clientFor('viewer'), running.clientFor('editor')]
    const stop = new AbortController()
    const readers = Array.from({length: 6}, () =>
      viewer.fetch(RUNAWAY, {}, {signal: stop.signal}).catch(() => 'ended'),
    )
    const byQuery = editor.patch({query: RUNAWAY}).set({seen: true}).commit()
    await expect(byQuery).rejects.toMatchObject({statusCode: expect.toBeOneOf([408, 429])})
    await editor.createOrReplace({_id: 'other', _type: 'note'})
    expect(await editor.fetch('count(*[seen == true])')).toBe(0)
    stop.abort()
    await Promise.all(readers)
  })

  test('are not held up by whoever may change nothing: that is said before anything is worked out', async () => {
    const viewer = running.clientFor('viewer')
    const mutations = Array.from({length: 50}, () => ({
      patch: {query: RUNAWAY, set: {seen: true}},
    }))
    await expect(
      viewer.request({url: '/data/mutate/production', body: {mutations}}),
    ).rejects.toMatchObject({statusCode: 403})
    await running.clientFor('editor').createOrReplace({_id: 'other', _type: 'note'})
  })

  test('cannot make one transaction so large that nobody else has memory', async () => {
    const editor = running.clientFor('editor')
    const text = 'x'.repeat(3_000_000)
    await expect(
      editor.patch({query: '*[_type == "number"]'}).set({text}).commit(),
    ).rejects.toMatchObject({statusCode: 413})
    expect(await editor.fetch('count(*[defined(text)])')).toBe(0)
  })
})

describe('a listener', () => {
  test('whose filter takes too long over one transaction is told so, and holds nobody up', async () => {
    const numbers = Array.from({length: 700}, (_, index) => index)
    const slow = running
      .clientFor('editor')
      .listen(
        '*[_type == "filtered" && count($a[count($a[@ + ^ == -1]) > 0]) == 0]',
        {a: numbers},
        {events: ['welcome', 'mutation']},
      )
    const failed = collectEvents(slow)
    await failed.until((events) => events.length > 0)
    const transaction = running.clientFor('editor').transaction()
    for (let n = 0; n < 60; n++) transaction.create({_type: 'filtered', n})
    await transaction.commit()
    await expect(failed.until((events) => events.length > 60)).rejects.toThrow(
      /longer than it may/u,
    )
    failed.stop()
  })

  test('hears who asks', async () => {
    const editor = running.clientFor('editor')
    const own = collectEvents(
      editor.listen('*[author == identity()]', {}, {events: ['welcome', 'mutation']}),
    )
    await own.until((events) => events.length > 0)
    await editor.create({_type: 'note', author: 'viewer'})
    await editor.create({_id: 'own', _type: 'note', author: 'editor'})
    const events = await own.until((all) => all.length > 1)
    expect(events[1]).toMatchObject({type: 'mutation', documentId: 'own'})
    own.stop()
  })
})

test('a perspective of thousands of names is refused, and the same name twice is one', async () => {
  const viewer = running.clientFor('viewer')
  const ask = (perspective: string) =>
    viewer.request<{result: unknown}>({
      url: '/data/query/production',
      query: {query: 'count(*[_type == "number"])', perspective},
    })
  const many = Array.from({length: 60}, (_, index) => `r${index}`).join(',')
  await expect(ask(many)).rejects.toMatchObject({statusCode: 400})
  expect(await ask('drafts,'.repeat(500))).toMatchObject({result: 200})
})
