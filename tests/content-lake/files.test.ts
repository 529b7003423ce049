import {createHash} from 'node:crypto'
import {mkdtemp, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {SanityClient} from '@sanity/client'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../support/startLake.ts'

const running: RunningLake[] = []
beforeEach(async () => {
  running.push(await startLake())
})
afterEach(async () => {
  for (const {lake} of running.splice(0)) await lake.close()
})

function editor(): SanityClient {
  const [first] = running
  if (!first) throw new Error('The lake did not start')
  return first.clientFor('editor')
}

describe('an uploaded file', () => {
  test('is shown where a browser can, and saved under the name asked for', async () => {
    const asset = await editor().assets.upload('file', Buffer.from('%PDF-1.4'), {
      filename: 'Study A.pdf',
    })
    const shown = await fetch(asset.url)
    expect(shown.headers.get('content-type')).toBe('application/pdf')
    expect(shown.headers.get('content-security-policy')).toBeNull()
    const saved = await fetch(`${asset.url}?dl=Study%20A.pdf`)
    expect(saved.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''Study%20A.pdf",
    )
  })

  test('is sent in parts, as players of films ask for it', async () => {
    const bytes = Buffer.from(Array.from({length: 1000}, (_, index) => index % 251))
    const {url} = await editor().assets.upload('file', bytes, {filename: 'film.mp4'})
    const ask = (range: string, more: Record<string, string> = {}): Promise<Response> =>
      fetch(url, {headers: {range, ...more}})
    for (const [range, start, end] of [
      ['bytes=0-99', 0, 99],
      ['bytes=900-', 900, 999],
      ['bytes=-10', 990, 999],
      ['bytes=990-5000', 990, 999],
      ['bytes=-5000', 0, 999],
    ] as const) {
      const answer = await ask(range)
      expect(answer.status).toBe(206)
      expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end}/1000`)
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes.subarray(start, end + 1))
    }
    for (const range of ['bytes=1000-', 'bytes=5000-6000', 'bytes=-0']) {
      const answer = await ask(range)
      expect([answer.status, answer.headers.get('content-range')]).toEqual([416, 'bytes */1000'])
    }
    const etag = (await fetch(url)).headers.get('etag') ?? ''
    for (const [range, more] of [
      ['bytes=5-1', {}],
      ['bytes=0-1,5-6', {}],
      ['lines=0-1', {}],
      ['bytes=a-b', {}],
      ['bytes=0-1', {'if-range': '"other"'}],
    ] as const) {
      expect((await ask(range, more)).status).toBe(200)
    }
    expect((await ask('bytes=0-1', {'if-range': etag})).status).toBe(206)
    expect((await fetch(url, {headers: {'if-none-match': etag}})).status).toBe(304)
    const head = await fetch(url, {method: 'HEAD'})
    expect(head.headers.get('content-length')).toBe('1000')
    expect(head.headers.get('accept-ranges')).toBe('bytes')
  })

  test('is found where the lake listens now, whatever port that was before', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'lake-'))
    const first = await startLake({directory})
    const asset = await first
      .clientFor('editor')
      .assets.upload('file', Buffer.from('a'), {filename: 'a.txt'})
    await first.clientFor('editor').create({
      _id: 'far',
      _type: 'sanity.fileAsset',
      url: 'https://example.org/files/a',
      path: 'files/a',
    })
    await first.lake.close()
    const second = await startLake({directory})
    try {
      const found = await second.clientFor('editor').getDocument(asset._id)
      expect(found?.url).toBe(`${second.lake.url.replace('127.0.0.1', 'localhost')}/${asset.path}`)
      expect(found?._rev).toBe(asset._rev)
      expect(await (await fetch(String(found?.url))).text()).toBe('a')
      const far = await second.clientFor('editor').getDocument('far')
      expect(far?.url).toBe('https://example.org/files/a')
    } finally {
      await second.lake.close()
      await rm(directory, {recursive: true})
    }
  })

  test('is sent in parts from disk, and its size is told without it', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'lake-'))
    const {lake, clientFor} = await startLake({directory})
    try {
      const bytes = Buffer.from(Array.from({length: 1000}, (_, index) => index % 251))
      const {url} = await clientFor('editor').assets.upload('file', bytes, {filename: 'a.mp4'})
      for (const [range, start, end] of [
        ['bytes=0-0', 0, 0],
        ['bytes=10-19', 10, 19],
        ['bytes=-10', 990, 999],
      ] as const) {
        const answer = await fetch(url, {headers: {range}})
        expect(answer.headers.get('content-length')).toBe(String(end - start + 1))
        expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes.subarray(start, end + 1))
      }
      const head = await fetch(url, {method: 'HEAD'})
      expect(head.headers.get('content-length')).toBe('1000')
      expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(bytes)
      expect((await fetch(`${url}x`)).status).toBe(404)
    } finally {
      await lake.close()
      await rm(directory, {recursive: true})
    }
  })

  test('is kept where its document came before it, from an import', async () => {
    const bytes = Buffer.from('study')
    const sha1 = createHash('sha1').update(bytes).digest('hex')
    const path = `files/throughline/production/${sha1}.txt`
    const document = {_id: `file-${sha1}-txt`, _type: 'sanity.fileAsset', path, title: 'Imported'}
    await editor().create(document)
    const asset = await editor().assets.upload('file', bytes, {filename: 'a.txt'})
    expect(asset).toMatchObject(document)
    const stored = new URL(`/${path}`, running[0]?.lake.url)
    expect(await (await fetch(stored)).text()).toBe('study')
  })

  test.for(['page.html', 'odd.<x>', 'none', 'x.constructor', 'x.__proto__'])(
    '%s is never run',
    async (filename) => {
      const asset = await editor().assets.upload('file', Buffer.from('<script>1</script>'), {
        filename,
        contentType: 'text/html',
      })
      expect((await fetch(asset.url)).headers.get('content-type')).toBe('application/octet-stream')
    },
  )
})
