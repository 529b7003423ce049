import {connect} from 'node:net'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../support/startLake.ts'

/* What one client sends, by mistake or not, must not harm the others. */
let running: RunningLake

beforeAll(async () => {
  running = await startLake()
})
afterAll(() => running.lake.close())

const stillServes = async (): Promise<void> => {
  const client = running.clientFor('editor')
  const {_id} = await client.create({_type: 'note'})
  expect(await client.getDocument(_id)).toMatchObject({_type: 'note'})
}

/** Sends an upgrade with these lines and resolves when the lake hangs up. */
function upgrade(path: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const {port} = new URL(running.lake.url)
  const lines = Object.entries({
    Host: `localhost:${port}`,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  })
  const head = lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\n${head}\r\n\r\n`),
    )
    socket.once('close', () => resolve())
    socket.once('error', reject)
    socket.once('data', () => reject(new Error('The lake accepted the upgrade')))
  })
}

test.each([
  ['a path that is no path', '//', {}],
  ['a name that is not of this machine', '/v1/socket/production', {Host: 'lake.example.com'}],
  ['a page from elsewhere', '/v1/socket/production', {Origin: 'https://example.com'}],
])('an upgrade with %s is cut off, and the lake goes on', async (_name, path, headers) => {
  await expect(upgrade(path, headers)).resolves.toBeUndefined()
  await stillServes()
})

test('a listener whose filter cannot be evaluated is told so, and holds nobody up', async () => {
  const client = running.clientFor('viewer')
  const failures: unknown[] = []
  const open: unknown[] = []
  const subscription = client
    .listen(
      '*[_type == "note"][documents::get(ref)._id == "a"]',
      {},
      {events: ['welcome', 'mutation']},
    )
    .subscribe({next: (event) => open.push(event), error: (error: unknown) => failures.push(error)})
  await expect.poll(() => open.length).toBeGreaterThan(0)
  await stillServes()
  await stillServes()
  await expect.poll(() => failures.length).toBe(1)
  subscription.unsubscribe()
})

test('a file that its sender may not upload is not kept', async () => {
  const viewer = running.clientFor('viewer')
  await expect(
    viewer.assets.upload('file', Buffer.from('secret'), {filename: 'a.txt'}),
  ).rejects.toMatchObject({statusCode: 403})
  const {hash} = await import('node:crypto')
  const response = await fetch(
    `${running.lake.url}/files/throughline/production/${hash('sha1', 'secret', 'hex')}.txt`,
  )
  expect(response.status).toBe(404)
})
