import {once} from 'node:events'
import {afterEach, expect, test} from 'vitest'
import {WebSocket} from 'ws'
import {startLake, type RunningLake} from '../../support/startLake.ts'
import {head, rawClient} from './rawClient.ts'
import {textFrame} from './rawInputs.ts'

/* Connections that last: who does not read, or sends nonsense, is cut off; the others go on. */
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function start(options: Parameters<typeof startLake>[0] = {}): Promise<RunningLake> {
  const running = await startLake(options)
  ends.push(() => running.lake.close())
  return running
}

const LISTEN = head('GET /v1/data/listen/production?query=*')

async function listener({lake}: RunningLake) {
  const client = await rawClient(lake.url)
  ends.push(() => client.socket.destroy())
  client.socket.write(LISTEN)
  await client.answer()
  return client
}

test('listeners that never read are cut off, and what waits for them stays within bounds', async () => {
  const running = await start()
  const editor = running.clientFor('editor')
  const before = process.memoryUsage().rss
  const deaf = await Promise.all(Array.from({length: 24}, () => listener(running)))
  deaf.forEach(({socket}) => socket.pause())
  const heard: string[] = []
  const hearing = editor.listen('*[_type == "loud"]').subscribe((event) => {
    if (event.type === 'mutation') heard.push(event.documentId)
  })
  ends.push(() => hearing.unsubscribe())
  const text = 'x'.repeat(1024 * 1024)
  let most = 0
  for (let count = 0; count < 30; count++) {
    await editor.createOrReplace({_id: 'loud', _type: 'loud', text, count})
    most = Math.max(most, process.memoryUsage().rss)
  }
  await expect.poll(() => heard.length, {timeout: 20_000}).toBe(30)
  // Thirty times two megabytes and more for each of twenty-four: unbounded it would be a gigabyte and a half.
  expect(most - before).toBeLessThan(900_000_000)
  deaf.forEach(({socket}) => socket.resume())
  await Promise.all(deaf.map((client) => client.closed()))
})

test('asking only for the headers of a stream leaves no listener behind', async () => {
  const {lake, clientFor} = await start()
  for (let count = 0; count < 1100; count++) {
    const {status} = await fetch(`${lake.url}/v1/data/listen/production?query=*`, {
      method: 'HEAD',
      headers: {authorization: 'Bearer token-of-viewer'},
    })
    if (status !== 200) throw new Error(`The lake answered ${status} to number ${count}`)
  }
  const told = clientFor('viewer').listen('*', {}, {events: ['welcome']})
  const event = await new Promise((resolve, reject) => {
    const subscription = told.subscribe({next: resolve, error: reject})
    ends.push(() => subscription.unsubscribe())
  })
  expect(event).toMatchObject({type: 'welcome'})
})

test('a listener that comes back with a filter that cannot be evaluated is told so', async () => {
  const running = await start()
  const editor = running.clientFor('editor')
  const {transactionId} = await editor.mutate([{create: {_type: 'note'}}], {returnDocuments: false})
  await editor.create({_type: 'note'})
  const client = await rawClient(running.lake.url)
  ends.push(() => client.socket.destroy())
  const query = encodeURIComponent('*[documents::get(ref)._id == "a"]')
  const line = `GET /v1/data/listen/production?query=${query}&enableResume=true`
  let received = ''
  client.socket.on('data', (data) => (received += data.toString()))
  client.socket.write(head(line, `last-event-id: ${transactionId}`))
  await expect.poll(() => received).toContain('channelError')
})

test('who missed more than can be told at once starts anew', async () => {
  const running = await start()
  const editor = running.clientFor('editor')
  const text = 'x'.repeat(1024 * 1024)
  const {transactionId} = await editor.mutate([{create: {_type: 'note'}}], {returnDocuments: false})
  for (let count = 0; count < 4; count++)
    await editor.createOrReplace({_id: 'long', _type: 'note', text, count})
  const client = await rawClient(running.lake.url)
  ends.push(() => client.socket.destroy())
  let received = ''
  client.socket.on('data', (data) => (received += data.toString()))
  const line = 'GET /v1/data/listen/production?query=*&enableResume=true'
  client.socket.write(head(line, `last-event-id: ${transactionId}`))
  await expect.poll(() => received).toContain('event: reset')
})

test('who asks for everything and never reads it is cut off', async () => {
  const running = await start({limits: {stillMs: 500}})
  const editor = running.clientFor('editor')
  const text = 'x'.repeat(3 * 1024 * 1024)
  for (let count = 0; count < 8; count++) await editor.create({_type: 'note', text})
  const client = await rawClient(running.lake.url)
  client.socket.pause()
  client.socket.write(head('GET /v1/data/export/production'))
  // What is sent to a connection that was cut comes back as an error; it counts as life while there is one.
  const knock = (): boolean => {
    client.socket.write(' ')
    return client.socket.destroyed
  }
  await expect.poll(knock, {interval: 1500, timeout: 30_000}).toBe(true)
  expect(client.socket.bytesRead).toBeLessThan(8 * text.length)
})

test('one tab may hold only so many subscriptions and sessions', async () => {
  const {lake} = await start()
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v1/socket/production`)
  ends.push(() => socket.terminate())
  await once(socket, 'open')
  const answers: string[] = []
  socket.on('message', (data) => {
    if (Buffer.isBuffer(data)) answers.push(data.toString())
  })
  socket.send(
    '{"id":0,"method":"authorization","params":{"authorization":"Bearer token-of-editor"}}',
  )
  for (let id = 1; id <= 200; id++) {
    const data = {sessionId: `s${id}`}
    socket.send(JSON.stringify({id, method: 'presence_announce', params: {data}}))
    socket.send(JSON.stringify({id, method: 'presence_subscribe'}))
  }
  await expect.poll(() => answers.length).toBe(401)
  expect(answers.filter((answer) => answer.includes('"result":false')).length).toBeGreaterThan(300)
})

test('nonsense over a socket ends that socket at most', async () => {
  const {lake} = await start()
  const address = `${lake.url.replace('http', 'ws')}/v1/socket/production`
  const deep = '['.repeat(25_000) + ']'.repeat(25_000)
  const nonsense: (string | Buffer)[] = [
    'no JSON',
    '[]',
    'null',
    '{"id":1}',
    '{"id":{},"method":"presence_announce"}',
    '{"id":1,"method":"__proto__","params":{}}',
    `{"id":1,"method":"presence_announce","params":{"data":{"sessionId":"a","x":${deep}}}}`,
    Buffer.from([0, 255, 1]),
  ]
  const signIn =
    '{"id":0,"method":"authorization","params":{"authorization":"Bearer token-of-editor"}}'
  const other = new WebSocket(address)
  ends.push(() => other.terminate())
  await once(other, 'open')
  other.send(signIn)
  other.send('{"id":1,"method":"presence_subscribe"}')
  for (const message of nonsense) {
    const socket = new WebSocket(address)
    ends.push(() => socket.terminate())
    await once(socket, 'open')
    socket.send(signIn)
    socket.send(message)
    const answered = once(socket, 'message')
    socket.send('{"id":2,"method":"presence_rollcall","params":{"session":"s"}}')
    await answered
  }
  const told = once(other, 'message')
  other.send('{"id":3,"method":"presence_rollcall","params":{}}')
  await expect(told).resolves.toBeDefined()
})

test.each([
  [
    'a frame that says it has an exabyte',
    Buffer.from([0x81, 0xff, 0x0f, ...Array(7).fill(0xff), 0, 0, 0, 0]),
  ],
  ['a message of a megabyte', textFrame('x'.repeat(1024 * 1024))],
  ['a frame without a mask', Buffer.from([0x81, 0x02, 0x68, 0x69])],
  ['reserved bits', Buffer.from([0xf1, 0x80, 0, 0, 0, 0])],
  ['a control frame that is too long', Buffer.from([0x89, 0xfe, 0x01, 0x00, 0, 0, 0, 0])],
])('%s ends the socket', async (_, frame) => {
  const {lake, clientFor} = await start()
  const client = await rawClient(lake.url)
  const upgrade = ['connection: upgrade', 'upgrade: websocket', 'sec-websocket-version: 13']
  client.socket.write(
    head('GET /v1/socket/production', ...upgrade, 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ=='),
  )
  expect(await client.answer()).toMatchObject({status: 101})
  client.socket.write(frame)
  await client.closed()
  expect(await clientFor('viewer').fetch('count(*)')).toBe(0)
})

test('an upgrade without a key is refused with a reason', async () => {
  const {lake} = await start()
  const client = await rawClient(lake.url)
  client.socket.write(
    head('GET /v1/socket/production', 'connection: upgrade', 'upgrade: websocket'),
  )
  expect(await client.answer()).toMatchObject({status: 400, type: 'application/json'})
})

test('as many connections as there may be leave those that are there unharmed', async () => {
  const running = await start({limits: {connections: 60}})
  const {lake} = running
  const first = await rawClient(lake.url)
  const many = await Promise.all(Array.from({length: 200}, () => rawClient(lake.url)))
  ends.push(() => many.forEach(({socket}) => socket.destroy()))
  first.socket.write(head('GET /v1/ping'))
  expect(await first.answer()).toMatchObject({status: 200})
  many.forEach(({socket}) => socket.destroy())
  await expect.poll(() => running.clientFor('viewer').fetch('count(*)')).toBe(0)
})

test('closing ends with listeners, sockets and half of a body there', async () => {
  const running = await startLake()
  const {lake} = running
  const streams = await Promise.all(Array.from({length: 20}, () => listener(running)))
  const halves = await Promise.all(Array.from({length: 20}, () => rawClient(lake.url)))
  halves.forEach(({socket}) =>
    socket.write(`${head('POST /v1/data/mutate/production', 'content-length: 100')}{`),
  )
  const silent = await rawClient(lake.url)
  const socket = new WebSocket(`${lake.url.replace('http', 'ws')}/v1/socket/production`)
  socket.on('error', () => undefined)
  await once(socket, 'open')
  const gone = once(socket, 'close')
  const asking = await rawClient(lake.url)
  asking.socket.write(head('GET /v1/data/query/production?query=count(*)'))
  await Promise.all([lake.close(), lake.close()])
  await Promise.all([...streams, ...halves, silent, asking].map((client) => client.closed()))
  await gone
  await expect(fetch(lake.url)).rejects.toThrow('fetch failed')
})
