import {once} from 'node:events'
import {createServer, get, type IncomingMessage} from 'node:http'
import {setTimeout} from 'node:timers/promises'
import {getRequestListener} from '@hono/node-server'
import {Hono} from 'hono'
import {afterEach, describe, expect, test} from 'vitest'
import type {LakeEnv} from '../context.ts'
import {PART_BYTES, type ByteRange} from '../storage/storage.ts'
import type {Content} from './pieces.ts'
import {sendBytes} from './sendBytes.ts'

const servers = new Set<{closeAllConnections(): void; close(): void}>()
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  servers.clear()
})

async function serve(content: Content): Promise<string> {
  const app = new Hono<LakeEnv>()
  app.get('/', (c) => sendBytes(c, content, 'application/octet-stream', {etag: '"a"'}))
  const answer = getRequestListener((request, env) => app.fetch(request, env))
  const server = createServer((request, response) => void answer(request, response))
  servers.add(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return `http://127.0.0.1:${address.port}/`
}

/** An answer of which nothing is read yet. */
const unread = (url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    get(url, {agent: false, headers}, (answer) => resolve(answer.pause())).on('error', reject)
  })

/** Bytes that are made when they are asked for, and what was asked for. */
function endless(size: number): Content & {asked: ByteRange[]; bytes: () => number} {
  const asked: ByteRange[] = []
  return {
    size,
    asked,
    bytes: () => asked.reduce((sum, {start, end}) => sum + end - start + 1, 0),
    read({start, end}) {
      asked.push({start, end})
      const bytes = new Uint8Array(end - start + 1)
      for (let index = 0; index < bytes.length; index++) bytes[index] = byteAt(start + index)
      return bytes
    },
  }
}
const byteAt = (place: number): number => (place * 7 + (place >> 12)) % 251

const MEGABYTE = 1024 * 1024

describe('a large file', () => {
  test('is not read for those who do not read it', async () => {
    const content = endless(1024 * MEGABYTE)
    const url = await serve(content)
    const answers = await Promise.all(Array.from({length: 20}, () => unread(url)))
    await setTimeout(1500)
    // What the connections themselves take is up to the operating system.
    expect(content.bytes()).toBeLessThan(answers.length * 10 * MEGABYTE)
    expect(Math.max(...content.asked.map(({start, end}) => end - start + 1))).toBe(PART_BYTES)
    const before = content.asked.length
    await setTimeout(300)
    expect(content.asked.length).toBe(before)
    answers.forEach((answer) => answer.destroy())
    await setTimeout(300)
    expect(content.asked.length - before).toBeLessThanOrEqual(answers.length)
  })

  test('arrives whole where it is read slowly, and none of it is read twice', async () => {
    const size = 9 * MEGABYTE + 17
    const content = endless(size)
    const start = PART_BYTES + 1000
    const answer = await unread(await serve(content), {range: `bytes=${start}-`})
    expect(answer.statusCode).toBe(206)
    expect(answer.headers['content-length']).toBe(String(size - start))
    await setTimeout(300)
    let place = start
    let wrong = 0
    for await (const chunk of answer) {
      if (!(chunk instanceof Uint8Array)) throw new Error('No bytes')
      for (const byte of chunk) if (byte !== byteAt(place++)) wrong++
      if (place % 7 === 0) await setTimeout(1)
    }
    expect([place, wrong]).toEqual([size, 0])
    expect(content.asked[0]).toEqual({start, end: 2 * PART_BYTES - 1})
    expect(content.bytes()).toBe(size - start)
  })

  test('of which a later part cannot be read ends there, and whoever keeps the books is told', async () => {
    const failures: unknown[] = []
    const content = endless(4 * PART_BYTES)
    const url = await serve({
      ...content,
      read(part) {
        if (part.start > PART_BYTES) throw new Error('torn')
        return content.read(part)
      },
      onFailure: (error) => failures.push(error),
    })
    const answer = await fetch(url)
    await expect(answer.arrayBuffer()).rejects.toThrow('terminated')
    expect(failures).toEqual([new Error('torn')])
  })
})
