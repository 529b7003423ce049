import {createClient, type LiveEvent, type SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {runQuery} from '../../lake/groq/runQuery.ts'
import {recordDependencies} from '../../lake/live/recordDependencies.ts'
import {askRaw} from '../support/askRaw.ts'
import {collectEvents, type CollectedEvents} from '../support/collectEvents.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

const running: RunningLake[] = []
const streams: {stop: () => void}[] = []
beforeEach(async () => {
  running.push(await startLake())
})
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.stop()
  for (const {lake} of running.splice(0)) await lake.close()
})

function here(): RunningLake {
  const [first] = running
  if (!first) throw new Error('The lake did not start')
  return first
}

const editor = (): SanityClient => here().clientFor('editor')
const address = (): string => `${here().lake.url}/v2026-11-01/data/live/events/production`

function listen(
  client: SanityClient,
  options: {includeDrafts?: boolean} = {},
): CollectedEvents<LiveEvent> {
  const collected = collectEvents(client.live.events(options))
  streams.push(collected)
  return collected
}

const post = (_id: string, title: string) => ({_id, _type: 'post', title})
const isWelcomed = (events: readonly LiveEvent[]): boolean =>
  events.some(({type}) => type === 'welcome')
const tagsIn = (events: readonly LiveEvent[]): string[][] =>
  events.flatMap((event) => (event.type === 'message' ? [event.tags] : []))

/** The tags of an answer, as the recorder gives them. */
async function tagsFor(query: string, perspective = ['published']): Promise<string[]> {
  const documents = recordDependencies(here().lake.documents)
  await runQuery({query, params: {}, documents, perspective})
  return documents.tags()
}

const meet = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((tag) => b.includes(tag))

/** A listener that says where it stood before. */
const returning = (lastEventId: string): SanityClient =>
  createClient({...editor().config(), headers: {'Last-Event-ID': lastEventId}})

describe('live events', () => {
  test('need no token for what is published, and one for drafts', async () => {
    const events = listen(here().clientFor(undefined))
    const [welcome] = await events.until(isWelcomed)
    expect(welcome).toMatchObject({type: 'welcome', id: expect.stringMatching(/^0-/u)})
    const refused = await askRaw(`${address()}?includeDrafts=true`)
    expect(refused.status).toBe(401)
    expect(here().lake.ledger.unknown).toEqual([])
  })

  test('tell of a commit with a tag of every answer that it changed, and of no other', async () => {
    await editor().create(post('a', 'One'))
    await editor().create({_id: 'tom', _type: 'author'})
    const [posts, authors, missing] = await Promise.all([
      tagsFor('*[_type == "post"]'),
      tagsFor('*[_type == "author"]'),
      tagsFor('*[_id == "b"]'),
    ])
    const events = listen(editor())
    await events.until(isWelcomed)
    await editor().patch('a').set({title: 'Two'}).commit()
    await editor().create(post('b', 'New'))
    const [first = [], second = []] = tagsIn(await events.until((all) => tagsIn(all).length === 2))
    expect([first, second].map((tags) => meet(tags, posts))).toEqual([true, true])
    expect([first, second].map((tags) => meet(tags, authors))).toEqual([false, false])
    expect([first, second].map((tags) => meet(tags, missing))).toEqual([false, true])
  })

  test('tell of drafts only who asked for them', async () => {
    const published = listen(editor())
    const all = listen(editor(), {includeDrafts: true})
    await Promise.all([published.until(isWelcomed), all.until(isWelcomed)])
    const drafts = await tagsFor('*[_id == "a"]', ['drafts'])
    await editor().create(post('drafts.a', 'Draft'))
    await editor().create(post('b', 'Published'))
    const told = tagsIn(await all.until((events) => tagsIn(events).length === 2))
    expect(told.map((tags) => meet(tags, drafts))).toEqual([true, false])
    const once = await published.until((events) => tagsIn(events).length > 0)
    expect(tagsIn(once)).toHaveLength(1)
    expect(meet(tagsIn(once).flat(), drafts)).toBe(false)
  })

  test('tell who comes back what it missed', async () => {
    await editor().create(post('a', 'One'))
    const before = listen(editor())
    await before.until(isWelcomed)
    await editor().create(post('b', 'Two'))
    const [seen] = (await before.until((all) => tagsIn(all).length === 1)).slice(-1)
    before.stop()
    const missed = await tagsFor('*[_id == "c"]')
    await editor().create(post('c', 'Three'))
    await editor().create(post('drafts.d', 'Draft'))
    const again = listen(returning(seen && 'id' in seen ? seen.id : ''))
    const events = await again.until((all) => tagsIn(all).length === 1)
    expect(events.map(({type}) => type)).toEqual(['welcome', 'message'])
    expect(meet(tagsIn(events).flat(), missed)).toBe(true)
  })

  test.for(['nonsense', '5-abcdefghijk', '1-abcdefghijk', '999999999999999999-a'])(
    'tell who comes back from elsewhere (%s) to load everything afresh',
    async (lastEventId) => {
      await editor().create(post('a', 'One'))
      const events = await listen(returning(lastEventId)).until((all) => all.length === 2)
      expect(events.map(({type}) => type)).toEqual(['welcome', 'restart'])
    },
  )

  test('send away whoever is one too many', async () => {
    const leave = new AbortController()
    try {
      await Promise.all(Array.from({length: 200}, () => fetch(address(), {signal: leave.signal})))
      const [first] = await listen(here().clientFor(undefined)).until((all) => all.length > 0)
      expect(first).toMatchObject({
        type: 'goaway',
        data: {reason: 'There are 200 listeners already'},
      })
    } finally {
      leave.abort()
    }
  })

  test('say, asked by a client that could not listen, that its origin may', async () => {
    const answer = await askRaw(`${here().lake.url}/v2026-11-01/check/cors`, {
      headers: {origin: 'http://localhost:3333'},
    })
    expect(JSON.parse(answer.body)).toEqual({result: {allowed: true, withCredentials: true}})
  })

  test('tell whoever fetched an answer that it is old', async () => {
    await editor().create(post('a', 'One'))
    const fetched = await editor().fetch(
      '*[_type == "post"]{title}',
      {},
      {filterResponse: false, perspective: 'published'},
    )
    const events = listen(editor())
    await events.until(isWelcomed)
    await editor().create({_id: 'tom', _type: 'author'})
    await editor().patch('a').set({title: 'Two'}).commit()
    const [unrelated = [], concerned = []] = tagsIn(
      await events.until((all) => tagsIn(all).length === 2),
    )
    expect(meet(unrelated, fetched.syncTags ?? [])).toBe(false)
    expect(meet(concerned, fetched.syncTags ?? [])).toBe(true)
  })
})
