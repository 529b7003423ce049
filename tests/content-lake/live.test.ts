import {hash} from 'node:crypto'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
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

/** Another lake than the one that every test has. */
async function another(options: Parameters<typeof startLake>[0]): Promise<RunningLake> {
  const started = await startLake(options)
  running.push(started)
  return started
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
const returning = (lastEventId: string, client = editor()): SanityClient =>
  createClient({...client.config(), headers: {'Last-Event-ID': lastEventId}})

/** The last event that a listener saw before it left. */
async function leftAt(client = editor()): Promise<string> {
  const before = listen(client)
  const [welcome] = await before.until(isWelcomed)
  before.stop()
  return welcome && 'id' in welcome ? welcome.id : ''
}

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

  test('tell who missed more than is kept to load everything afresh', async () => {
    const before = await leftAt()
    for (let index = 0; index < 199; index += 1) await editor().createOrReplace(post('a', 'One'))
    const first = listen(returning(before))
    const told = await first.until((all) => tagsIn(all).length === 199)
    first.stop()
    expect(told.map(({type}) => type).slice(0, 2)).toEqual(['welcome', 'message'])
    await editor().createOrReplace(post('b', 'Two'))
    await editor().createOrReplace(post('b', 'Three'))
    const again = await listen(returning(before)).until((all) => all.length === 2)
    expect(again.map(({type}) => type)).toEqual(['welcome', 'restart'])
  })

  test('tell who comes back when nobody listened for long to load everything afresh', async () => {
    const before = await leftAt()
    for (let index = 0; index < 205; index += 1) await editor().createOrReplace(post('a', 'One'))
    const again = await listen(returning(before)).until((all) => all.length === 2)
    expect(again.map(({type}) => type)).toEqual(['welcome', 'restart'])
  })

  test('tell who comes back from before the lake was started anew to load everything afresh', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'lake-'))
    try {
      const first = await another({directory})
      await first.clientFor('editor').create(post('a', 'One'))
      const before = await leftAt(first.clientFor('editor'))
      expect(before).toMatch(/^1-/u)
      await first.lake.close()
      const second = await another({directory})
      const events = listen(returning(before, second.clientFor('editor')))
      const told = await events.until((all) => all.length === 2)
      expect(told.map(({type}) => type)).toEqual(['welcome', 'restart'])
      events.stop()
      await second.lake.close()
    } finally {
      await rm(directory, {recursive: true})
    }
  })

  test('cannot be told from the id of a document', async () => {
    const events = listen(editor())
    await events.until(isWelcomed)
    await editor().create(post('a', 'One'))
    const told = tagsIn(await events.until((all) => tagsIn(all).length === 1)).flat()
    const guessed = ['everything', 'id:a', 'type:post'].map(
      (key) => `s1:${hash('sha256', key, 'base64url').slice(0, 11)}`,
    )
    expect(told).toHaveLength(3)
    expect(meet(told, guessed)).toBe(false)
  })

  test('have the tags of answers that another thread gave', async () => {
    await editor().create({...post('a', 'One'), text: 'x'.repeat(1_200_000)})
    const fetched = await editor().fetch(
      '*[_type == "post"]',
      {},
      {filterResponse: false, perspective: 'published'},
    )
    const events = listen(editor())
    await events.until(isWelcomed)
    await editor().patch('a').set({title: 'Two'}).commit()
    const [told = []] = tagsIn(await events.until((all) => tagsIn(all).length === 1))
    expect(meet(told, fetched.syncTags ?? [])).toBe(true)
  })

  test('tell of a version that a change of its document shows or hides', async () => {
    await editor().create(post('a', 'One'))
    await editor().create({_id: 'versions.r1.a', _type: 'other'})
    const others = (): Promise<string[]> => tagsFor('*[_type == "other"]', ['r1', 'drafts'])
    const shown = await others()
    const events = listen(editor(), {includeDrafts: true})
    await events.until(isWelcomed)
    await editor().patch('a').set({title: 'Two'}).commit()
    await editor().delete('versions.r1.a')
    const gone = await others()
    await editor().patch('a').set({title: 'Three'}).commit()
    const told = tagsIn(await events.until((all) => tagsIn(all).length === 3))
    expect(told.map((tags) => meet(tags, shown)).slice(0, 2)).toEqual([true, true])
    expect(meet(told.at(-1) ?? [], gone)).toBe(false)
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
