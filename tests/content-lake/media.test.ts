import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {startLake} from '../support/startLake.ts'

const live: {client: SanityClient; unknown: readonly string[]; close: () => Promise<void>}[] = []
beforeEach(async () => {
  const {lake, clientFor} = await startLake()
  live.push({client: clientFor('editor'), unknown: lake.ledger.unknown, close: () => lake.close()})
})
afterEach(async () => {
  for (const {close} of live.splice(0)) await close()
})

function lakeClient(): SanityClient {
  const [first] = live
  if (!first) throw new Error('The lake did not start')
  return first.client
}

const picture = (width = 30, height = 20) =>
  sharp({create: {width, height, channels: 3, background: '#aa3344'}})

describe('an uploaded image', () => {
  test('is named by what it holds and served as it was', async () => {
    const bytes = await picture().png().toBuffer()
    const asset = await lakeClient().assets.upload('image', bytes, {filename: 'red.png'})
    expect(asset).toMatchObject({
      _id: `image-${asset.sha1hash}-30x20-png`,
      originalFilename: 'red.png',
      metadata: {
        dimensions: {width: 30, height: 20, aspectRatio: 1.5},
        hasAlpha: false,
        isOpaque: true,
      },
    })
    const answer = await fetch(`${asset.url}?w=10&h=10&fit=crop&auto=format`)
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
    })
    expect((await lakeClient().assets.upload('image', bytes))._id).toBe(asset._id)
  })

  test('has the dimensions in which it is seen', async () => {
    const bytes = await picture().withMetadata({orientation: 6}).jpeg().toBuffer()
    const {metadata} = await lakeClient().assets.upload('image', bytes)
    expect(metadata.dimensions).toMatchObject({width: 20, height: 30})
    const preview = await sharp(
      Buffer.from(metadata.lqip?.split(',')[1] ?? '', 'base64'),
    ).metadata()
    expect(preview.height).toBeGreaterThan(preview.width)
  })

  test('holds no script that could run', async () => {
    const svg =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'
    const {url} = await lakeClient().assets.upload('image', Buffer.from(svg))
    expect((await fetch(url)).headers.get('content-security-policy')).toContain('sandbox')
  })

  test.for(['jpeg', 'png', 'webp', 'gif'] as const)(
    "cut off, is refused as the sender's fault: %s",
    async (format) => {
      const whole = await picture(300, 200).toFormat(format).toBuffer()
      const part = whole.subarray(0, Math.floor(whole.length / 2))
      await expect(lakeClient().assets.upload('image', part)).rejects.toMatchObject({
        statusCode: 400,
      })
      expect(live[0]?.unknown).toEqual([])
    },
  )
})

describe('an uploaded file', () => {
  test('is shown where a browser can, and saved under the name asked for', async () => {
    const asset = await lakeClient().assets.upload('file', Buffer.from('%PDF-1.4'), {
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

  test.for(['page.html', 'odd.<x>', 'none'])('%s is never run', async (filename) => {
    const asset = await lakeClient().assets.upload('file', Buffer.from('<script>1</script>'), {
      filename,
      contentType: 'text/html',
    })
    expect((await fetch(asset.url)).headers.get('content-type')).toBe('application/octet-stream')
  })
})
