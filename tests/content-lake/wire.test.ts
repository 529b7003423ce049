import {connect} from 'node:net'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {askRaw, type RawRequest} from '../support/askRaw.ts'
import {ACCOUNTS, startLake, type RunningLake} from '../support/startLake.ts'
import {createLake} from '../../lake/createLake.ts'

let running: RunningLake
beforeAll(async () => {
  running = await startLake({
    allowedOrigins: ['https://studio.example.org', /^https:\/\/pr-\d+\.example\.org$/u],
  })
})
afterAll(() => running.lake.close())

const ask = (path: string, request: RawRequest = {}) =>
  askRaw(`${running.lake.url}/v2026-11-01${path}`, {
    ...request,
    headers: {authorization: 'Bearer token-of-administrator', ...request.headers},
  })

describe('what is malformed gets a 4xx with a reason', () => {
  const post = (path: string, body: string) => ask(path, {method: 'POST', body})
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
  const create = (content: string) => `{"mutations":[{"create":{"_type":"thing","x":${content}}}]}`

  test.each([
    ['no JSON', '/data/mutate/production', '{"mutations":'],
    ['no object', '/data/mutate/production', '[]'],
    ['nothing', '/data/mutate/production', ''],
    ['no list of mutations', '/data/mutate/production', '{"mutations": {}}'],
    ['a mutation that is none', '/data/mutate/production', '{"mutations": [null]}'],
    [
      'a mutation with two operations',
      '/data/mutate/production',
      '{"mutations": [{"create": {}, "delete": {}}]}',
    ],
    [
      'an operation that does not exist',
      '/data/mutate/production',
      '{"mutations": [{"rename": {}}]}',
    ],
    [
      'a patch of nothing',
      '/data/mutate/production',
      '{"mutations": [{"patch": {"set": {"a": 1}}}]}',
    ],
    [
      'a transaction id that is none',
      '/data/mutate/production',
      '{"transactionId": "a b", "mutations": [{"create": {"_type": "thing"}}]}',
    ],
    [
      'a transaction id that is no text',
      '/data/mutate/production',
      '{"transactionId": 1, "mutations": [{"create": {"_type": "thing"}}]}',
    ],
    [
      'an expected revision that is no text',
      '/data/mutate/production',
      '{"mutations": [{"create": {"_id": "n", "_type": "thing"}}, {"patch": {"id": "n", "ifRevisionID": 1}}]}',
    ],
    [
      'a draft to be created under a published id',
      '/data/actions/production',
      '{"actions": [{"actionType": "sanity.action.document.create", "publishedId": "q", "attributes": {"_id": "q", "_type": "t"}}]}',
    ],
    ['100,000 levels', '/data/mutate/production', create(deep(100_000))],
    ['a number that is too large', '/data/mutate/production', create('[{"n":1e400}]')],
    ['a field called __proto__', '/data/mutate/production', create('{"__proto__":{"a":1}}')],
    ['a field with a space in its name', '/data/mutate/production', create('{"a b":1}')],
    [
      'a time that is none',
      '/data/mutate/production',
      '{"mutations":[{"create":{"_type":"thing","_updatedAt":"soon"}}]}',
    ],
    [
      'a path of 100,000 steps',
      '/data/mutate/production',
      `{"mutations":[{"createOrReplace":{"_id":"p","_type":"thing"}},{"patch":{"id":"p","set":{"${'a.'.repeat(100_000)}b":1}}}]}`,
    ],
    ['no actions', '/data/actions/production', '{"actions": []}'],
    ['an action that is none', '/data/actions/production', '{"actions": [1]}'],
    [
      'an action of a release',
      '/data/actions/production',
      '{"actions": [{"actionType": "sanity.action.release.create"}]}',
    ],
    [
      'an action of a variant',
      '/data/actions/production',
      '{"actions": [{"actionType": "sanity.action.document.variant.create"}]}',
    ],
    [
      'an action that does not exist',
      '/data/actions/production',
      '{"actions": [{"actionType": "constructor"}]}',
    ],
    ['no query', '/data/query/production', '{}'],
    [
      'a query of 20,000 brackets',
      '/data/query/production',
      JSON.stringify({query: '('.repeat(20_000)}),
    ],
    ['key values that are no JSON', '/data/query/production', '"'],
  ])('%s', async (_, path, body) => {
    const answer = await post(path, body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(JSON.parse(answer.body)).toMatchObject({
      statusCode: answer.status,
      error: {type: expect.any(String), description: expect.any(String)},
      message: expect.any(String),
    })
  })

  test('a body that is too large', async () => {
    const {status} = await post('/data/mutate/production', create(`"${'x'.repeat(5_000_000)}"`))
    expect(status).toBe(413)
  })

  test('a parameter that is no JSON', async () => {
    const {status} = await ask('/data/query/production?query=$a&$a=nonsense')
    expect(status).toBe(400)
  })

  test('content that grows deeper patch by patch', async () => {
    const client = running.clientFor('administrator')
    await client.createOrReplace({_id: 'deep', _type: 'thing'})
    const step = (level: number) =>
      client
        .patch('deep')
        .set({[Array.from({length: level}, () => 'a').join('.')]: 1})
        .commit()
    await step(150)
    const outcome = await step(250).then(
      () => 'accepted',
      (error: unknown) => error,
    )
    expect(outcome).toMatchObject({statusCode: 400})
  })

  test('a request that ends in the middle disturbs nobody', async () => {
    const {port} = new URL(running.lake.url)
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write(
          'POST /v1/data/mutate/production HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer token-of-administrator\r\nContent-Length: 100\r\n\r\n{"mut',
        )
        socket.destroy()
      })
      socket.on('close', () => resolve())
    })
    expect((await ask('/ping')).status).toBe(200)
  })

  test('none of it counted as unknown or broke something inside', () => {
    expect(running.lake.ledger.unknown).toEqual([])
  })
})

describe('names and origins', () => {
  test('only loopback names are answered', async () => {
    const status = async (host: string) => (await ask('/ping', {headers: {host}})).status
    expect(await status('localhost')).toBe(200)
    expect(await status('s3.throughline.localhost:4000')).toBe(200)
    expect(await status('[::1]:4000')).toBe(200)
    expect(await status('attacker.example.org')).toBe(403)
    expect(await status('localhost.example.org')).toBe(403)
  })

  test.each([
    ['http://localhost:3333', true],
    ['http://127.0.0.1:5000', true],
    ['https://studio.example.org', true],
    ['https://pr-12.example.org', true],
    ['https://other.example.org', false],
    ['null', false],
  ])('a page from %s: %s', async (origin, allowed) => {
    const answer = await ask('/ping', {headers: {origin}})
    expect(answer.status).toBe(allowed ? 200 : 403)
    expect(answer.headers['access-control-allow-origin']).toBe(allowed ? origin : undefined)
    expect(answer.headers['access-control-allow-credentials']).toBe(allowed ? 'true' : undefined)
  })

  test('a page may ask what it may send, and may read refusals', async () => {
    const origin = 'http://localhost:3333'
    const asked = await ask('/data/query/production', {
      method: 'OPTIONS',
      headers: {origin, 'access-control-request-headers': 'authorization,x-new'},
    })
    expect(asked.status).toBe(204)
    expect(asked.headers['access-control-allow-headers']).toContain('x-new')
    const refused = await ask('/data/query/production?query=(', {headers: {origin}})
    expect(refused).toMatchObject({status: 400, headers: {'access-control-allow-origin': origin}})
  })
})

describe('endpoints', () => {
  test('one that is not known is a 404 that is recorded', async () => {
    const {lake} = await startLake()
    try {
      const answer = await askRaw(`${lake.url}/v1/never/heard/of?it=1`)
      expect(answer.status).toBe(404)
      expect(JSON.parse(answer.body)).toMatchObject({
        statusCode: 404,
        error: {type: 'notFoundError'},
      })
      expect(lake.ledger.unknown).toEqual(['GET /v1/never/heard/of'])
    } finally {
      await lake.close()
    }
  })

  test('another dataset is not there', async () => {
    expect((await ask('/data/query/staging?query=*')).status).toBe(404)
    expect((await ask('/data/live/events/staging')).status).toBe(404)
  })

  test('the whole dataset can be taken along, one document a line', async () => {
    const client = running.clientFor('administrator')
    await client.createOrReplace({_id: 'exported', _type: 'exportedThing'})
    const {body} = await ask('/data/export/production?types=exportedThing')
    expect(
      body
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([{_id: 'exported'}])
  })

  test('a port in use is said to be', async () => {
    const {port} = new URL(running.lake.url)
    const other = createLake({accounts: ACCOUNTS})
    await expect(other.listen({port: Number(port)})).rejects.toThrow(`Port ${port} is in use`)
    await other.close()
  })
})

describe('streams', () => {
  /** Reads a stream until a text has come. */
  async function readUntil(
    path: string,
    headers: Record<string, string>,
    text: string,
  ): Promise<string> {
    const stop = new AbortController()
    const response = await fetch(`${running.lake.url}/v2026-11-01${path}`, {
      headers: {authorization: 'Bearer token-of-administrator', ...headers},
      signal: stop.signal,
    })
    const decoder = new TextDecoder()
    let read = ''
    for await (const chunk of response.body ?? []) {
      read += decoder.decode(chunk, {stream: true})
      if (read.includes(text)) break
    }
    stop.abort()
    return read
  }

  const path = `/data/listen/production?query=${encodeURIComponent('*[_type == "resumed"]')}&enableResume=true`

  test('one that comes back is told what it missed, also of a transaction it heard in part', async () => {
    const client = running.clientFor('administrator')
    const {transactionId} = await client
      .transaction()
      .create({_id: 'resumed-a', _type: 'resumed'})
      .create({_id: 'resumed-b', _type: 'resumed'})
      .commit({returnDocuments: false})
    await client.create({_id: 'resumed-c', _type: 'resumed'})
    const last = `${transactionId}#resumed-a`
    const told = await readUntil(path, {'last-event-id': last}, '"documentId":"resumed-c"')
    expect(told).toContain('event: welcomeback')
    expect(told).toContain('"documentId":"resumed-b"')
    expect(told).not.toContain('"documentId":"resumed-a"')
  })

  test('one whose place is not known must start anew', async () => {
    expect(await readUntil(path, {'last-event-id': 'never#x'}, 'event: reset')).toContain(
      'event: reset',
    )
  })

  test('live events say welcome', async () => {
    const read = await readUntil('/data/live/events/production', {}, 'data:')
    expect(read).toContain('event: welcome')
  })

  test('one that did not ask to resume is welcomed afresh', async () => {
    const plain = path.replace('&enableResume=true', '')
    const read = await readUntil(plain, {'last-event-id': 'never#x'}, 'listenerName')
    expect(read).toContain('event: welcome\n')
  })

  test('closing the lake ends them', async () => {
    const {lake} = await startLake()
    const response = await fetch(`${lake.url}/v1/data/listen/production?query=*`, {
      headers: {authorization: 'Bearer token-of-viewer'},
    })
    const ended = response.text().then(
      () => 'ended',
      () => 'ended',
    )
    await lake.close()
    expect(await ended).toBe('ended')
  })
})
