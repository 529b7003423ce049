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

test('a patch that would take hours is refused, and nothing of it stays', async () => {
  const client = running.clientFor('editor')
  const rows = Array.from({length: 100_000}, (_, k) => ({k}))
  const {_id, _rev} = await client.create({_type: 'long', rows})
  const unset = Array.from({length: 5000}, (_, at) => `..zz${at}`)
  const refused = client.patch(_id).set({touched: true}).unset(unset).commit()
  await expect(refused).rejects.toMatchObject({statusCode: 408})
  expect(await client.fetch('*[_id == $_id][0]{_rev, touched}', {_id})).toEqual({
    _rev,
    touched: null,
  })
  await stillServes()
})

test('others are answered while the many changes of one request are worked out', async () => {
  const client = running.clientFor('editor')
  const mutations = Array.from({length: 4000}, (_, at) => ({
    createOrReplace: {
      _id: `many-${at}`,
      _type: 'many',
      rows: Array.from({length: 40}, (_row, n) => ({n})),
    },
  }))
  const order: string[] = []
  const many = client.mutate(mutations).then(() => order.push('many'))
  const one = client.fetch('count(*[_type == "note"])').then(() => order.push('one'))
  await Promise.all([many, one])
  expect(order).toEqual(['one', 'many'])
})

test('a patch by query that would be written down a hundred times over is refused', async () => {
  const client = running.clientFor('editor')
  const start = client.transaction()
  for (let at = 0; at < 200; at += 1) start.create({_id: `small-${at}`, _type: 'small'})
  await start.commit()
  const patch = {query: '*[_type == "small"]', setIfMissing: {text: 'x'.repeat(3_000_000)}}
  await expect(client.mutate([{patch}])).rejects.toMatchObject({statusCode: 413})
  expect(await client.fetch('count(*[_type == "small" && defined(text)])')).toBe(0)
  await stillServes()
})
