import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {isRecord} from '../../lake/json.ts'
import {askRaw} from '../support/askRaw.ts'
import {collectEvents} from '../support/collectEvents.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'

const ROLES = ['administrator', 'editor', 'reviewer', 'viewer'] as const
const HIDDEN = 'a word that only drafts and dotted ids hold'

/** Every family of endpoints that gives content away, and who else than holders of a token may have it. */
const READS: readonly (readonly [path: string, withoutToken: 'public' | 'nobody'])[] = [
  ['data/query/production?query=*', 'public'],
  ['data/query/production?query=count(*)', 'public'],
  ['data/query/production?query=*&perspective=drafts', 'public'],
  ['data/query/production?query=*&perspective=raw', 'public'],
  ['data/query/production?query=*&perspective=r', 'public'],
  ['data/query/production?query=*[_id==$id]&$id="drafts.work"&perspective=raw', 'public'],
  ['data/query/production?query=*[references("out")]&perspective=raw', 'public'],
  ['data/query/production?query=*{"to":leads->}&perspective=raw', 'public'],
  ['data/doc/production/out,drafts.work,versions.r.out,claimGate.seal.out', 'public'],
  ['data/export/production', 'public'],
  ['data/history/production/transactions/out,drafts.work', 'nobody'],
  ['data/history/production/events/documents/out', 'nobody'],
  ['data/history/production/documents/out,drafts.work', 'nobody'],
  ['datasets', 'nobody'],
  ['aliases', 'nobody'],
  ['users/editor', 'nobody'],
  ['users/me/keyvalue/a', 'nobody'],
]

const STREAMS = [
  'data/listen/production?query=*&includeAllVersions=true&includeResult=true',
  'data/listen/production?query=*&includePreviousRevision=true&effectFormat=mendoza',
]

async function withContent(visibility: 'private' | 'public'): Promise<RunningLake> {
  const running = await startLake({visibility})
  const leads = {_type: 'reference', _ref: 'drafts.work', _weak: true}
  const secret = {_type: 'thing', secret: HIDDEN, about: {_type: 'reference', _ref: 'out'}}
  await running
    .clientFor('editor')
    .transaction()
    .create({_id: 'out', _type: 'thing', open: 'for all', leads})
    .create({...secret, _id: 'drafts.work'})
    .create({...secret, _id: 'versions.r.out'})
    .create({...secret, _id: 'claimGate.seal.out'})
    .commit()
  return running
}

const ask = ({lake}: RunningLake, path: string, role?: string) =>
  askRaw(`${lake.url}/v2026-11-01/${encodeURI(path)}`, {
    headers: role === undefined ? {} : {authorization: `Bearer token-of-${role}`},
  })

describe.each(['private', 'public'] as const)('in a %s dataset', (visibility) => {
  const live: RunningLake[] = []
  const running = (): RunningLake => {
    const [first] = live
    if (!first) throw new Error('The lake did not start')
    return first
  }
  beforeAll(async () => {
    live.push(await withContent(visibility))
  })
  afterAll(() => running().lake.close())

  test.each(ROLES)('%s reads every family of endpoints', async (role) => {
    const answers = await Promise.all(READS.map(([path]) => ask(running(), path, role)))
    expect(answers.map(({status}) => status)).toEqual(READS.map(() => 200))
    expect(answers.filter(({body}) => body.includes(HIDDEN)).length).toBeGreaterThan(6)
  })

  test.each(READS)('without a token %s is for: %s', async (path, who) => {
    const {status, body} = await ask(running(), path)
    expect(status).toBe(visibility === 'public' && who === 'public' ? 200 : 401)
    expect(body).not.toContain(HIDDEN)
  })

  test('without a token nobody listens to what is hidden', async () => {
    const {lake, clientFor} = running()
    const before = await Promise.all(
      STREAMS.map(async (path) => {
        const stop = new AbortController()
        const response = await fetch(`${lake.url}/v2026-11-01/${path}`, {signal: stop.signal})
        return {response, stop}
      }),
    )
    const expected = visibility === 'public' ? 200 : 401
    expect(before.map(({response}) => response.status)).toEqual([expected, expected])
    const editor = clientFor('editor')
    await editor
      .transaction()
      .patch('drafts.work', (patch) => patch.set({again: HIDDEN}))
      .delete('versions.r.out')
      .patch('out', (patch) => patch.set({turn: 'the last one'}))
      .commit()
    const heard = await Promise.all(
      before
        .filter(({response}) => response.ok)
        .map(({response}) => readUntil(response, 'the last one')),
    )
    before.forEach(({stop}) => stop.abort())
    const told = heard.map((text) => ({
      documents: [...text.matchAll(/"documentId":"([^"]+)"/gu)].map(([, id]) => id),
      hidden: text.includes(HIDDEN),
      isWhole: text.includes('"transactionTotalEvents":1'),
    }))
    expect(told).toEqual(heard.map(() => ({documents: ['out'], hidden: false, isWhole: true})))
  })

  test.each(ROLES)('%s hears of drafts when asking for them', async (role) => {
    const {clientFor} = running()
    const options = {events: ['welcome', 'mutation'] as const, includeAllVersions: true}
    const collected = collectEvents<object>(
      clientFor(role).listen(
        '*[_id == "drafts.work"]',
        {},
        {...options, events: [...options.events]},
      ),
    )
    await collected.until((events) => events.length > 0)
    await clientFor('editor').patch('drafts.work').set({heardBy: role}).commit()
    const events = await collected.until((all) => all.length > 1)
    collected.stop()
    expect(events[1]).toMatchObject({documentId: 'drafts.work', result: {heardBy: role}})
  })
})

test('a public reader gets the one document that is open, whatever is asked', async () => {
  const running = await withContent('public')
  try {
    const result = async (path: string): Promise<unknown> => {
      const answer: unknown = JSON.parse((await ask(running, path)).body)
      return isRecord(answer) ? answer.result : undefined
    }
    const query = (groq: string, more = '') =>
      result(`data/query/production?query=${groq}&perspective=raw${more}`)
    expect(await query('count(*)')).toBe(1)
    expect(await query('*{_id,"to":leads->_id}')).toEqual([{_id: 'out', to: null}])
    expect(await query('*[references("out")]')).toEqual([])
    expect(await query('{"a":count(*[_type=="thing"])}')).toEqual({a: 1})
    const {body} = await ask(running, 'data/export/production')
    expect(body.trim().split('\n')).toHaveLength(1)
  } finally {
    await running.lake.close()
  }
})

async function readUntil(response: Response, text: string): Promise<string> {
  const decoder = new TextDecoder()
  let read = ''
  for await (const chunk of response.body ?? []) {
    read += decoder.decode(chunk, {stream: true})
    if (read.includes(text)) break
  }
  return read
}
