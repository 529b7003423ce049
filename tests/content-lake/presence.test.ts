import {once} from 'node:events'
import {afterEach, expect, test} from 'vitest'
import {WebSocket} from 'ws'
import {startLake} from '../support/startLake.ts'
import {isRecord, type JsonRecord} from '../../lake/json.ts'

const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function start(): Promise<string> {
  const {lake} = await startLake()
  ends.push(() => lake.close())
  return lake.url
}

/** One tab of the Studio: asks, and keeps what it is told. */
async function tab(url: string, token?: string) {
  const socket = new WebSocket(
    `${url.replace('http', 'ws')}/v2022-06-30/socket/production?tag=sanity.studio`,
  )
  ends.push(() => socket.terminate())
  const messages: JsonRecord[] = []
  socket.on('message', (data) => {
    const message: unknown = JSON.parse(Buffer.isBuffer(data) ? data.toString('utf8') : '')
    if (isRecord(message)) messages.push(message)
  })
  const until = async (is: (message: JsonRecord) => boolean): Promise<JsonRecord> => {
    for (;;) {
      const found = messages.find(is)
      if (found) return found
      await once(socket, 'message')
    }
  }
  const ask = (method: string, params: object = {}): Promise<JsonRecord> => {
    const id = crypto.randomUUID()
    socket.send(JSON.stringify({jsonrpc: '2.0', id, method, params}))
    return until((message) => message.id === id)
  }
  await once(socket, 'open')
  if (token !== undefined) await ask('authorization', {authorization: `Bearer ${token}`})
  const {result: subscription} = await ask('presence_subscribe')
  const told = async (type: string): Promise<unknown> => {
    const message = await until(
      ({params}) => isRecord(params) && isRecord(params.result) && params.result.type === type,
    )
    return message.params
  }
  return {ask, told, messages, subscription, close: () => socket.close()}
}

test('two tabs see each other come, look at something and go', async () => {
  const url = await start()
  const [ann, ben] = [await tab(url, 'token-of-editor'), await tab(url, 'token-of-reviewer')]
  await ben.ask('presence_rollcall', {session: 'ben'})
  const {subscription} = ann
  expect(await ann.told('rollCall')).toEqual({
    subscription,
    result: {type: 'rollCall', i: 'reviewer', session: 'ben'},
  })
  const data = {
    sessionId: 'ann',
    locations: [{type: 'document', documentId: 'claim', path: ['statement']}],
  }
  await ann.ask('presence_announce', {data})
  expect(await ben.told('state')).toMatchObject({result: {type: 'state', i: 'editor', m: data}})
  ann.close()
  expect(await ben.told('disconnect')).toMatchObject({result: {i: 'editor', m: {session: 'ann'}}})
  expect(
    ann.messages.some(
      ({params}) => isRecord(params) && isRecord(params.result) && params.result.i === 'editor',
    ),
  ).toBe(false)
})

test('without a known token nobody is told anything', async () => {
  const url = await start()
  const stranger = await tab(url)
  expect(await stranger.ask('presence_subscribe')).toMatchObject({
    error: {message: 'Authorize first'},
  })
  expect(await stranger.ask('authorization', {authorization: 'Bearer nobody'})).toHaveProperty(
    'error',
  )
  const known = await tab(url, 'token-of-viewer')
  expect(await known.ask('constructor')).toHaveProperty('error')
})
