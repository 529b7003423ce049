import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {askRaw} from '../support/askRaw.ts'
import {collectEvents} from '../support/collectEvents.ts'
import {startLake, type RunningLake} from '../support/startLake.ts'
import {failureOf} from './failureOf.ts'

const REVIEW = {_id: 'claimGate.review.one', _type: 'claimGate.review'}

async function withContent(options: {visibility: 'private' | 'public'}): Promise<RunningLake> {
  const running = await startLake(options)
  await running
    .clientFor('editor')
    .transaction()
    .create({_id: 'out', _type: 'thing'})
    .create({_id: 'drafts.work', _type: 'thing'})
    .create({_id: 'claimGate.seal.out', _type: 'claimGate.seal'})
    .commit()
  return running
}

/** Everything that changes documents, tried on ones that are there. */
function attempts(client: SanityClient): Promise<unknown>[] {
  return [
    client.create({_id: 'new', _type: 'thing'}),
    client.createOrReplace({_id: 'out', _type: 'thing', a: 1}),
    client.patch('out').set({a: 1}).commit(),
    client.patch({query: '*[_type == "thing"]'}).set({a: 1}).commit(),
    client.delete('out'),
    client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.work',
      publishedId: 'work',
    }),
    client.assets.upload('file', Buffer.from('text')),
  ]
}

describe('roles', () => {
  let running: RunningLake
  beforeAll(async () => {
    running = await withContent({visibility: 'private'})
  })
  afterAll(() => running.lake.close())

  test.each(['administrator', 'editor'])('%s may do everything with content', async (role) => {
    const client = running.clientFor(role)
    await client.create({_id: `by-${role}`, _type: 'thing'})
    await client.patch(`by-${role}`).set({a: 1}).commit()
    await client.delete(`by-${role}`)
    expect(await client.getDocument(`by-${role}`)).toBeUndefined()
  })

  test.each(['reviewer', 'viewer'])('%s reads everything and changes nothing', async (role) => {
    const client = running.clientFor(role)
    expect(
      await client.fetch('count(*[_id in ["out", "drafts.work", "claimGate.seal.out"]])'),
    ).toBe(3)
    const failures = await Promise.all(attempts(client).map(failureOf))
    expect(failures.map(({statusCode}) => statusCode)).toEqual(failures.map(() => 403))
  })

  test('a reviewer signs, and what was signed is not changed', async () => {
    const client = running.clientFor('reviewer')
    await client.create({...REVIEW, decision: 'approved'})
    await client.createIfNotExists({_id: 'claimGate.snapshot.x', _type: 'claimGate.snapshot'})
    await client.createIfNotExists({_id: 'claimGate.snapshot.x', _type: 'claimGate.snapshot'})
    const changes = [
      client.patch(REVIEW._id).set({decision: 'changesRequested'}).commit(),
      client.createOrReplace({...REVIEW, decision: 'changesRequested'}),
      client.delete(REVIEW._id),
      client.create({_id: 'claimGate.seal.x', _type: 'claimGate.seal'}),
      client.transaction().create({_id: 'claimGate.review.two', _type: 'x'}).delete('out').commit(),
    ]
    const failures = await Promise.all(changes.map(failureOf))
    expect(failures.map(({statusCode}) => statusCode)).toEqual(failures.map(() => 403))
    expect(await client.getDocument(REVIEW._id)).toMatchObject({decision: 'approved'})
    expect(await client.getDocument('claimGate.review.two')).toBeUndefined()
  })

  test('a viewer does not sign', async () => {
    const client = running.clientFor('viewer')
    const failure = await failureOf(client.create({_id: 'claimGate.review.three', _type: 'x'}))
    expect(failure.statusCode).toBe(403)
  })

  test('the Studio is told the same', async () => {
    const filters = async (role: string) => {
      const url = '/projects/throughline/datasets/production/acl'
      const grants = await running.clientFor(role).request<{permissions: string[]}[]>({url})
      return [...new Set(grants.flatMap(({permissions}) => permissions))].toSorted()
    }
    expect(await filters('editor')).toEqual(expect.arrayContaining(['create', 'read', 'update']))
    expect(await filters('reviewer')).toEqual(['create', 'history', 'read'])
    expect(await filters('viewer')).toEqual(['history', 'read'])
  })

  test('the author of a transaction is who sent it', async () => {
    const client = running.clientFor('editor')
    const collected = collectEvents(
      client.listen('*[_id == "signed"]', {}, {events: ['welcome', 'mutation']}),
    )
    await collected.until((events) => events.length > 0)
    await client.create({_id: 'signed', _type: 'thing'})
    const events = await collected.until((all) => all.length > 1)
    collected.stop()
    expect(events[1]).toMatchObject({identity: 'editor'})
  })

  test('a token that is not known is refused everywhere', async () => {
    const {url} = running.lake
    const paths = ['/v1/users/me', '/v2026-11-01/data/query/production?query=*', '/v1/ping']
    const answers = await Promise.all(
      paths.map((path) => askRaw(url + path, {headers: {authorization: 'Bearer guessed'}})),
    )
    expect(answers.map(({status}) => status)).toEqual([401, 401, 401])
  })
})

describe('without a token', () => {
  const READS = [
    'data/query/production?query=*',
    'data/doc/production/out',
    'data/listen/production?query=*',
    'data/export/production',
    'data/history/production/transactions/out',
  ]

  test('a private dataset gives nothing', async () => {
    const {lake} = await withContent({visibility: 'private'})
    try {
      const answers = await Promise.all(
        READS.map((path) => askRaw(`${lake.url}/v2026-11-01/${path}`)),
      )
      expect(answers.map(({status}) => status)).toEqual(READS.map(() => 401))
    } finally {
      await lake.close()
    }
  })

  test('a public dataset gives what is published under an id without a dot, and takes nothing', async () => {
    const {lake, clientFor} = await withContent({visibility: 'public'})
    try {
      const client = clientFor(undefined)
      expect(await client.fetch('*._id')).toEqual(['out'])
      expect(await client.getDocuments(['out', 'drafts.work'])).toMatchObject([{_id: 'out'}, null])
      const failures = await Promise.all(attempts(client).map(failureOf))
      expect(failures.map(({statusCode}) => statusCode)).toEqual(failures.map(() => 401))
    } finally {
      await lake.close()
    }
  })

  test('a public dataset tells listeners of nothing else either', async () => {
    const {lake, clientFor} = await withContent({visibility: 'public'})
    try {
      const collected = collectEvents(
        clientFor(undefined).listen('*', {}, {events: ['welcome', 'mutation']}),
      )
      await collected.until((events) => events.length > 0)
      const editor = clientFor('editor')
      await editor.patch('drafts.work').set({secret: true}).commit()
      await editor.patch('out').set({open: true}).commit()
      const events = await collected.until((all) => all.length > 1)
      collected.stop()
      expect(events[1]).toMatchObject({documentId: 'out'})
    } finally {
      await lake.close()
    }
  })
})

describe('signing in as a persona', () => {
  let running: RunningLake
  beforeAll(async () => {
    running = await startLake()
  })
  afterAll(() => running.lake.close())

  const login = (query: string) => askRaw(`${running.lake.url}/v1/auth/login/editor?${query}`)

  test('leads back with a session that is exchanged once for the token', async () => {
    const origin = 'http://localhost:3333/desk'
    const {status, headers} = await login(`origin=${encodeURIComponent(origin)}&withSid=true`)
    expect(status).toBe(302)
    const location = String(headers.location)
    expect(location.startsWith(`${origin}#sid=`)).toBe(true)
    const sid = location.slice(location.indexOf('sid=') + 4)
    const exchange = () => askRaw(`${running.lake.url}/v1/auth/fetch?sid=${sid}`)
    const first = await exchange()
    expect(JSON.parse(first.body)).toMatchObject({token: 'token-of-editor'})
    expect((await exchange()).status).toBe(401)
  })

  test('takes an address with line breaks in it apart', async () => {
    const origin = 'http://localhost:3333/\r\nSet-Cookie: a=b'
    const {status, headers} = await login(`origin=${encodeURIComponent(origin)}`)
    expect(status).toBe(302)
    expect(headers).not.toHaveProperty('set-cookie')
    expect(headers.location).not.toMatch(/\s/u)
  })

  test('leads nowhere else', async () => {
    const wrong = ['https://example.org', 'javascript:alert(1)', 'http://localhost.example.org', '']
    const answers = await Promise.all(
      wrong.map((origin) => login(`origin=${encodeURIComponent(origin)}`)),
    )
    expect(answers.map(({status}) => status)).toEqual(wrong.map(() => 400))
  })

  test('offers every account, and says who one is', async () => {
    const {body} = await askRaw(`${running.lake.url}/v1/auth/providers`)
    expect(JSON.parse(body)).toMatchObject({
      providers: [{name: 'administrator'}, {name: 'editor'}, {name: 'reviewer'}, {name: 'viewer'}],
    })
    const me = await running.clientFor('editor').users.getById('me')
    expect(me).toMatchObject({id: 'editor', role: 'editor', roles: [{name: 'editor'}]})
  })

  test('remembers what the Studio keeps for a person, for that person alone', async () => {
    const [editor, viewer] = [running.clientFor('editor'), running.clientFor('viewer')]
    const body = [{key: 'studio.view', value: {dark: true}}]
    await editor.request({method: 'PUT', url: '/users/me/keyvalue', body})
    const url = '/users/me/keyvalue/studio.view'
    expect(await editor.request<unknown>({url})).toMatchObject(body)
    expect(await viewer.request<unknown>({url})).toEqual([])
  })
})
