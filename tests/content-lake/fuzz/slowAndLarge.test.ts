import {setFlagsFromString} from 'node:v8'
import {runInNewContext} from 'node:vm'
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../../support/startLake.ts'
import {head, rawClient, type RawClient} from './rawClient.ts'

/* Who sends too much, too slowly or never to the end is told so or cut off, and holds nobody up. */
let running: RunningLake
let clients: RawClient[] = []

beforeAll(async () => {
  running = await startLake({limits: {headersMs: 200, requestMs: 400}})
})
beforeEach(() => {
  clients = []
})
afterEach(async () => {
  clients.forEach(({socket}) => socket.destroy())
  const client = running.clientFor('editor')
  const {_id} = await client.create({_type: 'note'})
  expect(await client.getDocument(_id)).toMatchObject({_type: 'note'})
  expect(running.lake.ledger.unknown).toEqual([])
})
afterAll(() => running.lake.close())

const connected = async (): Promise<RawClient> => {
  const client = await rawClient(running.lake.url)
  clients.push(client)
  return client
}
const POST = 'POST /v1/data/mutate/production'
const HUNDRED_MB = 100 * 1024 * 1024
const PART = Buffer.alloc(64 * 1024, 'x')

/** Between two looks so much is sent, and twice that may be held: a body may have 4 MB, and what is read leaves late. */
const LOOK_BYTES = 16 * 1024 * 1024

/**
 * Sends parts, each when the one before has left, until there are enough or the lake hangs up; gives the most bytes that
 * were held meanwhile in buffers that something still refers to.
 */
async function pour({socket}: RawClient, total: number, part: Buffer): Promise<number> {
  const before = bytesHeld()
  let most = 0
  for (let sent = 0; sent < total && !socket.destroyed; sent += PART.byteLength) {
    await new Promise((resolve) => socket.write(part, resolve))
    if (sent % LOOK_BYTES === 0) most = Math.max(most, bytesHeld() - before)
  }
  return most
}

setFlagsFromString('--expose-gc')
const collectGarbage: unknown = runInNewContext('gc')

function bytesHeld(): number {
  if (typeof collectGarbage !== 'function') throw new Error('Garbage cannot be collected')
  collectGarbage()
  return process.memoryUsage().arrayBuffers
}

test('a body of 100 MB that says so is refused before it has come', async () => {
  const client = await connected()
  client.socket.write(head(POST, `content-length: ${HUNDRED_MB}`))
  expect(await client.answer()).toMatchObject({status: 413, type: 'application/json'})
  await pour(client, HUNDRED_MB, PART)
})

test('a body of 100 MB in chunks is refused as soon as it is too large, and never held', async () => {
  // With time enough: looking at what is held takes as long as the whole heap needs.
  const patient = await startLake()
  try {
    const client = await rawClient(patient.lake.url)
    clients.push(client)
    client.socket.write(head(POST, 'transfer-encoding: chunked'))
    const chunk = Buffer.concat([Buffer.from('10000\r\n'), PART, Buffer.from('\r\n')])
    const poured = pour(client, HUNDRED_MB, chunk)
    expect(await client.answer()).toMatchObject({status: 413, type: 'application/json'})
    expect(await poured).toBeLessThan(2 * LOOK_BYTES)
  } finally {
    clients.forEach(({socket}) => socket.destroy())
    await patient.lake.close()
  }
})

test('headers that come too slowly are answered with 408', async () => {
  const client = await connected()
  client.socket.write('GET /v1/ping HTTP/1.1\r\nhost: loc')
  expect(await client.answer()).toMatchObject({status: 408, type: 'application/json'})
  await client.closed()
})

test('a connection on which nothing is ever sent is cut off', async () => {
  const client = await connected()
  await client.closed()
  expect(client.socket.destroyed).toBe(true)
})

test('a body that comes too slowly is answered with 408', async () => {
  const client = await connected()
  client.socket.write(`${head(POST, 'content-length: 1000')}{"mutations":`)
  expect(await client.answer()).toMatchObject({status: 408})
  await client.closed()
})

test('a hundred connections that are dropped in the middle of a body', async () => {
  const dropped = Array.from({length: 100}, async (_, index) => {
    const client = await connected()
    client.socket.write(`${head(POST, 'content-length: 1000')}{"mutations":`)
    if (index % 2 === 0) client.socket.resetAndDestroy()
    else client.socket.destroy()
  })
  await Promise.all(dropped)
  await expect.poll(() => clients.every(({socket}) => socket.closed)).toBe(true)
})

test('garbage behind a request does not keep that from being answered', async () => {
  const client = await connected()
  client.socket.write(head('GET /v1/ping'))
  expect(await client.answer()).toMatchObject({status: 200})
  client.socket.write('\u0000\u0001 no request at all\r\n\r\n')
  await client.closed()
})

test.each([
  ['what is no HTTP', '\u0016\u0003\u0001\u0002', 400],
  ['headers of 40 KB', `GET / HTTP/1.1\r\nx: ${'x'.repeat(40_000)}\r\n\r\n`, 431],
  ['an expectation that cannot be met', head('GET /v1/ping', 'expect: wonders'), 417],
  ['a name that is no name', 'GET /v1/ping HTTP/1.1\r\nhost: a b\r\n\r\n', 403],
  ['no name', 'GET /v1/ping HTTP/1.1\r\n\r\n', 403],
  ['an address that is none', head('GET http://[::1/'), 400],
  [
    'a body in another encoding',
    `${head(POST, 'content-encoding: gzip', 'content-length: 2')}{}`,
    415,
  ],
  ['a body that is no UTF-8', `${head(POST, 'content-length: 4')}"\u00ff\u00fe"`, 400],
])('%s gets an error of the lake’s own kind', async (_, bytes, status) => {
  const client = await connected()
  client.socket.write(bytes, 'latin1')
  const answer = await client.answer()
  expect(answer).toMatchObject({status, type: 'application/json'})
  expect(JSON.parse(answer?.body ?? '')).toMatchObject({
    statusCode: status,
    error: {type: expect.any(String), description: expect.any(String)},
    message: expect.any(String),
  })
})

test.each([
  ['a list', (levels: number) => '['.repeat(levels) + ']'.repeat(levels)],
  ['objects', (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`],
])('%s of 100,000 levels', async (_, deep) => {
  for (const path of [
    'data/mutate/production',
    'data/actions/production',
    'data/query/production',
  ]) {
    const response = await fetch(`${running.lake.url}/v1/${path}`, {
      method: 'POST',
      headers: {authorization: 'Bearer token-of-editor'},
      body: `{"mutations":[${deep(100_000)}],"query":"*"}`,
    })
    expect(response.status).toBe(400)
  }
})

test('a parameter of 9,000 levels in the address', async () => {
  const client = await connected()
  const deep = '['.repeat(9000) + ']'.repeat(9000)
  client.socket.write(head(`GET /v1/data/query/production?query=$x&$x=${deep}`))
  expect(await client.answer()).toMatchObject({status: 400})
})
