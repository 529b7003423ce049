import type {SanityClient} from '@sanity/client'
import sharp from 'sharp'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {startLake} from '../support/startLake.ts'

const live: {
  client: SanityClient
  clientFor: (account: string | undefined) => SanityClient
  unknown: readonly string[]
  close: () => Promise<void>
}[] = []
beforeEach(async () => {
  const {lake, clientFor} = await startLake()
  live.push({
    client: clientFor('editor'),
    clientFor,
    unknown: lake.ledger.unknown,
    close: () => lake.close(),
  })
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
    const answer = await fetch(`${asset.url}?tag=anything`)
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

describe('an upload by whoever may not', () => {
  test.for([
    ['viewer', 403],
    ['reviewer', 403],
    [undefined, 401],
  ] as const)('is refused before anything of it is read: %s', async ([account, statusCode]) => {
    const known = await lakeClient().assets.upload('image', await picture().png().toBuffer())
    expect(known._id).toMatch(/^image-/u)
    for (const bytes of [Buffer.from('no image'), await picture().png().toBuffer()]) {
      const client = live[0]?.clientFor(account)
      for (const kind of ['image', 'file'] as const) {
        await expect(client?.assets.upload(kind, bytes)).rejects.toMatchObject({statusCode})
      }
    }
  })
})

describe('an image made to do harm', () => {
  test.for([
    ['far larger than its file', () => picture(12_000, 12_000).png().toBuffer()],
    [
      'a drawing larger than any screen',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="90000" height="90000"/>'),
    ],
    [
      'a drawing that repeats itself without end',
      () =>
        Buffer.from(
          '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>&f;&f;&f;&f;&f;&f;&f;&f;</text></svg>',
        ),
    ],
    ['no image', () => Buffer.from('GIF89a')],
  ] as const)('is refused: %s', async ([, make]) => {
    await expect(lakeClient().assets.upload('image', await make())).rejects.toMatchObject({
      statusCode: 400,
    })
    expect(live[0]?.unknown).toEqual([])
  })

  test('has no camera that can mislead', async () => {
    const plain = await picture()
      .withExif({IFD0: {Make: 'x'}})
      .jpeg()
      .toBuffer()
    const place = plain.indexOf('Exif')
    for (const [offset, value] of [
      [10, 0xff],
      [14, 0xff],
      [20, 0xff],
      [24, 0xff],
    ] as const) {
      const bytes = Buffer.from(plain)
      bytes.fill(value, place + offset, place + offset + 4)
      const {metadata} = await lakeClient().assets.upload('image', bytes, {
        extract: ['image', 'exif', 'location'],
      })
      expect(metadata.dimensions.width).toBe(30)
    }
    expect(live[0]?.unknown).toEqual([])
  })
})

describe('the metadata of an image', () => {
  /** Half of it strong red, a third pale blue, the rest nearly black. */
  async function colourful(): Promise<Buffer> {
    const part = (width: number, background: string) =>
      sharp({create: {width, height: 60, channels: 3, background}})
        .png()
        .toBuffer()
    const [red, blue, dark] = await Promise.all([
      part(60, '#d02020'),
      part(40, '#b4c0cc'),
      part(20, '#101820'),
    ])
    return picture(120, 60)
      .composite([
        {input: red, left: 0, top: 0},
        {input: blue, left: 60, top: 0},
        {input: dark, left: 100, top: 0},
      ])
      .png()
      .toBuffer()
  }

  test('names seven colours of it, and how much of it has them', async () => {
    const {metadata} = await lakeClient().assets.upload('image', await colourful())
    const {palette} = metadata
    expect(Object.keys(palette ?? {}).toSorted()).toEqual([
      '_type',
      'darkMuted',
      'darkVibrant',
      'dominant',
      'lightMuted',
      'lightVibrant',
      'muted',
      'vibrant',
    ])
    expect(palette?.dominant).toMatchObject({background: '#d02020', foreground: '#fff'})
    expect(palette?.dominant?.population).toBeCloseTo(50, 0)
    expect(palette?.vibrant?.background).toBe('#d02020')
    expect(palette?.lightMuted).toMatchObject({background: '#b4c0cc', foreground: '#000'})
    expect(palette?.lightMuted?.population).toBeCloseTo(33.3, 0)
    expect(palette?.darkMuted?.background).toBe('#101820')
    expect(palette?.lightVibrant?.population).toBe(0)
  })

  test('counts every pixel of noise, which has no colour twice', async () => {
    const [width, height] = [160, 160]
    const noise = Uint8Array.from({length: width * height * 3}, (_, index) => {
      const value = Math.sin(index * 12.9898) * 43_758.5453
      return Math.floor((value - Math.floor(value)) * 256)
    })
    const bytes = await sharp(noise, {raw: {width, height, channels: 3}})
      .png()
      .toBuffer()
    const {palette} = (await lakeClient().assets.upload('image', bytes)).metadata
    expect(palette?.dominant?.population).toBeLessThan(2)
    expect(palette?.vibrant?.population).toBeGreaterThan(0)
    expect(palette?.muted?.population).toBeGreaterThan(0)
  })

  test.for([
    [4, 0, true],
    [4, 1, false],
    [2, 0, true],
    [2, 1, false],
  ] as const)(
    'says whether one can see through any of it: %j',
    async ([channels, holes, isOpaque]) => {
      const pixels = new Uint8Array(400 * 300 * channels).fill(255)
      if (holes > 0) pixels[pixels.length - 1] = 254
      const bytes = await sharp(pixels, {raw: {width: 400, height: 300, channels}})
        .png()
        .toBuffer()
      const {metadata} = await lakeClient().assets.upload('image', bytes, {extract: []})
      expect(metadata).toMatchObject({hasAlpha: true, isOpaque})
    },
  )

  test('has a preview and a hash of it, unless others are asked for', async () => {
    const bytes = await colourful()
    const {metadata} = await lakeClient().assets.upload('image', bytes)
    expect(metadata).toMatchObject({hasAlpha: true, isOpaque: true})
    expect(metadata.blurHash).toHaveLength(4 + 2 * 15)
    expect(metadata.lqip).toMatch(/^data:image\/png;base64,/u)
    const other = await sharp(bytes).webp().toBuffer()
    const none = await lakeClient().assets.upload('image', other, {extract: []})
    expect(Object.keys(none.metadata).toSorted()).toEqual([
      '_type',
      'dimensions',
      'hasAlpha',
      'isOpaque',
    ])
    const more = await sharp(bytes).jpeg().toBuffer()
    const two = await lakeClient().assets.upload('image', more, {extract: ['lqip', 'blurhash']})
    expect(two.metadata.palette).toBeUndefined()
    expect(two.metadata.lqip).toBeDefined()
    expect(two.metadata.blurHash).toBeDefined()
  })

  test('says where it was taken only when asked', async () => {
    const taken = (green: number) =>
      sharp({create: {width: 8, height: 8, channels: 3, background: {r: 0, g: green, b: 0}}})
        .withExif({
          IFD0: {Make: 'Camera & Co', Model: 'One'},
          IFD2: {ExposureTime: '1/50', DateTimeOriginal: '2026:11:24 10:11:12'},
          IFD3: {
            GPSLatitudeRef: 'S',
            GPSLatitude: '59/1 56/1 5552/100',
            GPSLongitudeRef: 'E',
            GPSLongitude: '10/1 52/1 400/100',
            GPSAltitude: '168/1',
          },
        })
        .jpeg()
        .toBuffer()
    const silent = await lakeClient().assets.upload('image', await taken(10))
    expect(JSON.stringify(silent)).not.toMatch(/Camera|geopoint|2026-11-24T10/u)
    const {metadata} = await lakeClient().assets.upload('image', await taken(200), {
      extract: ['image', 'exif', 'location'],
    })
    expect(metadata).toMatchObject({
      image: {_type: 'sanity.imageExifTags', Make: 'Camera & Co', Model: 'One'},
      exif: {
        _type: 'sanity.imageExifMetadata',
        ExposureTime: 0.02,
        DateTimeOriginal: '2026-11-24T10:11:12.000Z',
      },
      location: {
        _type: 'geopoint',
        lat: expect.closeTo(-59.948_755, 4),
        lng: expect.closeTo(10.867_777, 4),
        alt: 168,
      },
    })
    expect(metadata.palette).toBeUndefined()
  })

  test('is refused under a name that there is not', async () => {
    const {url, token} = lakeClient().config()
    const answer = await fetch(`${url}/assets/images/production?meta=colours`, {
      method: 'POST',
      headers: {authorization: `Bearer ${token}`},
      body: new Uint8Array(await colourful()),
    })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('colours')
  })

  test('keeps what the upload says of the file, and no name when it gives none', async () => {
    const {_id, originalFilename} = await lakeClient().assets.upload('image', await colourful())
    expect(originalFilename).toBeUndefined()
    await lakeClient().delete(_id)
    const asset = await lakeClient().assets.upload('image', await colourful(), {
      filename: 'a.png',
      label: 'L',
      title: 'T',
      description: 'D',
      creditLine: 'C',
      tag: 'none.of.it',
      source: {id: '7', name: 'shelf', url: 'https://example.org/7'},
    })
    expect(asset).toMatchObject({
      originalFilename: 'a.png',
      label: 'L',
      title: 'T',
      description: 'D',
      creditLine: 'C',
      source: {
        _type: 'sanity.assetSourceData',
        id: '7',
        name: 'shelf',
        url: 'https://example.org/7',
      },
    })
  })
})
