import {fc} from '@fast-check/vitest'
import sharp from 'sharp'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../support/startLake.ts'

const running: RunningLake[] = []
const urls: Record<string, string> = {}
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#00f"/></svg>'

beforeAll(async () => {
  const started = await startLake()
  running.push(started)
  const client = started.clientFor('editor')
  const upload = async (name: string, bytes: Buffer): Promise<void> => {
    urls[name] = (await client.assets.upload('image', bytes, {filename: name})).url
  }
  await upload('quarters', await quarters())
  await upload(
    'photo',
    await sharp(await quarters())
      .jpeg({quality: 100})
      .toBuffer(),
  )
  await upload('clear', await clear())
  await upload('moving', await moving())
  await upload('drawing', Buffer.from(SVG))
  await upload('thin', await thin())
})
afterAll(async () => {
  for (const {lake} of running.splice(0)) await lake.close()
})

function here(): RunningLake {
  const [first] = running
  if (!first) throw new Error('The lake did not start')
  return first
}

const COLOURS = {r: '#ff0000', g: '#00ff00', b: '#0000ff', w: '#ffffff'} as const

/** 200x100: red and green above, blue and white below. */
async function quarters(): Promise<Buffer> {
  const quarter = (background: string) =>
    sharp({create: {width: 100, height: 50, channels: 3, background}})
      .png()
      .toBuffer()
  const inputs = await Promise.all(Object.values(COLOURS).map(quarter))
  return sharp({create: {width: 200, height: 100, channels: 3, background: '#000'}})
    .composite(
      inputs.map((input, index) => ({input, left: (index % 2) * 100, top: index < 2 ? 0 : 50})),
    )
    .png()
    .toBuffer()
}

const clear = (): Promise<Buffer> =>
  sharp({create: {width: 20, height: 20, channels: 4, background: {r: 0, g: 0, b: 0, alpha: 0}}})
    .png()
    .toBuffer()

async function moving(): Promise<Buffer> {
  const frames = await Promise.all(
    ['#f00', '#0f0', '#00f'].map((background) =>
      sharp({create: {width: 40, height: 20, channels: 3, background}})
        .png()
        .toBuffer(),
    ),
  )
  return sharp(frames, {join: {animated: true}})
    .gif()
    .toBuffer()
}

/** 40 pictures of 1000x1, no two alike. */
function thin(): Promise<Buffer> {
  const pixels = Uint8Array.from({length: 1000 * 40 * 3}, (_, index) => (index * index) % 251)
  return sharp(pixels, {raw: {width: 1000, height: 40, channels: 3, pageHeight: 1}})
    .gif()
    .toBuffer()
}

const ask = (name: string, query: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${urls[name]}?${query}`, init)

interface Seen {
  size: string
  type: string
  /** Colours of the corners and of the centre, by their first letters. */
  looks: string
  pages: number | undefined
  pixel: (x: number, y: number) => number[]
}

async function see(name: string, query: string, init: RequestInit = {}): Promise<Seen> {
  const answer = await ask(name, query, init)
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (answer.status !== 200) throw new Error(bytes.toString())
  const {data, info} = await sharp(bytes).ensureAlpha().raw().toBuffer({resolveWithObject: true})
  const pixel = (x: number, y: number): number[] => [
    ...data.subarray(4 * (y * info.width + x), 4 * (y * info.width + x) + 4),
  ]
  const [right, bottom] = [info.width - 1, info.height - 1]
  const corners = [
    [0, 0],
    [right, 0],
    [0, bottom],
    [right, bottom],
  ] as const
  return {
    size: `${info.width}x${info.height}`,
    type: answer.headers.get('content-type') ?? '',
    looks: corners.map(([x, y]) => letterOf(pixel(x, y))).join(''),
    pages: (await sharp(bytes).metadata()).pages,
    pixel,
  }
}

function letterOf([red = 0, green = 0, blue = 0, alpha = 0]: number[]): string {
  if (alpha < 128) return '-'
  const key = [red, green, blue].map((value) => (value > 128 ? '1' : '0')).join('')
  const names: Record<string, string> = {'100': 'r', '010': 'g', '001': 'b', '111': 'w'}
  return names[key] ?? key
}

describe('an image is brought to a size', () => {
  test.for([
    ['w=100', '100x50', 'rgbw'],
    ['h=100&w=100', '100x50', 'rgbw'],
    ['w=400', '400x200', 'rgbw'],
    ['w=400&fit=max', '200x100', 'rgbw'],
    ['w=50&h=400&fit=max', '50x25', 'rgbw'],
    ['w=60&h=60&fit=scale', '60x60', 'rgbw'],
    ['w=60&h=60&fit=crop', '60x60', 'rgbw'],
    ['w=40&h=40&fit=crop&crop=left', '40x40', 'rrbb'],
    ['w=40&h=40&fit=crop&crop=right', '40x40', 'ggww'],
    ['w=80&h=20&fit=crop&crop=top', '80x20', 'rgrg'],
    ['w=80&h=20&fit=crop&crop=bottom', '80x20', 'bwbw'],
    ['w=20&h=20&fit=crop&crop=focalpoint&fp-x=0.9&fp-y=0.1', '20x20', 'ggww'],
    ['w=80&h=20&fit=crop&crop=focalpoint&fp-x=0.5&fp-y=0.9', '80x20', 'bwbw'],
    ['w=80&h=80&fit=crop&crop=entropy', '80x80', ''],
    ['w=400&h=400&fit=min', '100x100', 'rgbw'],
    ['w=50&h=50&fit=min', '50x50', 'rgbw'],
    ['w=100&h=100&fit=fill&bg=00f', '100x100', 'bbbb'],
    ['w=300&h=300&fit=fillmax&bg=0f0', '300x300', 'gggg'],
    ['w=300&h=300&fit=fillmax', '300x300', '----'],
    ['w=100&fit=crop&max-h=20', '100x20', 'rgbw'],
    ['w=100&fit=crop&min-h=80', '100x80', 'rgbw'],
    ['w=50&dpr=2', '100x50', 'rgbw'],
    ['dpr=3', '200x100', 'rgbw'],
    ['w=100.4&h=49.8', '100x50', 'rgbw'],
    ['rect=0,0,100,50', '100x50', 'rrrr'],
    ['rect=100,50,500,500', '100x50', 'wwww'],
    ['rect=90,0,20,100&w=10', '10x50', 'rgbw'],
    ['pad=10&bg=00f', '220x120', 'bbbb'],
    ['w=3000&dpr=3', '8192x4096', 'rgbw'],
  ] as const)('%s', async ([query, size, looks]) => {
    const seen = await see('quarters', query)
    expect(seen.size).toBe(size)
    expect(seen.looks).toContain(looks)
  })

  test.for([
    ['or=90', '100x200', 'brwg'],
    ['or=180', '200x100', 'wbgr'],
    ['or=270', '100x200', 'gwrb'],
    ['flip=h', '200x100', 'grwb'],
    ['flip=v', '200x100', 'bwrg'],
    ['flip=hv', '200x100', 'wbgr'],
    ['or=90&flip=h', '100x200', 'rbgw'],
    ['or=90&w=50', '50x100', 'brwg'],
    ['or=90&w=60&h=60&fit=crop&crop=top', '60x60', 'brbr'],
    ['or=270&w=60&h=60&fit=crop&crop=top', '60x60', 'gwgw'],
    ['or=90&w=100&h=300&fit=fill&bg=0f0', '100x300', 'gggg'],
  ] as const)('and turned: %s', async ([query, size, looks]) => {
    expect(await see('quarters', query)).toMatchObject({size, looks})
  })

  test.for([
    // Made by `@sanity/image-url` of an image with a crop and a hotspot.
    ['rect=125,0,50,50&w=50&h=50&fit=crop&dpr=2', '100x100', 'gggg'],
    [
      'bg=ff0&fp-x=0.2&fp-y=0.3&flip=hv&w=300&dl=x%20y.png&blur=50&sharp=10&invert=true&or=90&max-h=3&q=50&sat=-100&auto=format&pad=5&frame=1',
      '310x610',
      '',
    ],
    ['rect=100,0,100,50&w=33.3&invert=false', '33x17', 'gggg'],
  ] as const)('by the addresses that the Studio makes: %s', async ([query, size, looks]) => {
    const seen = await see('quarters', query)
    expect(seen.size).toBe(size)
    expect(seen.looks).toContain(looks)
  })
})

describe('an image is coloured', () => {
  test('without colour, inverted, on a ground, blurred and sharpened', async () => {
    const grey = (await see('quarters', 'sat=-100')).pixel(0, 0)
    expect(new Set(grey.slice(0, 3)).size).toBe(1)
    expect((await see('quarters', 'invert=true')).looks).toBe('011101110000')
    expect((await see('clear', 'bg=f00')).looks).toBe('rrrr')
    expect((await see('clear', 'bg=80ff0000')).pixel(3, 3)).toEqual([255, 0, 0, 128])
    expect((await see('clear', 'fm=jpg')).looks).toBe('wwww')
    expect((await see('clear', 'fm=jpg&bg=00f')).looks).toBe('bbbb')
    expect((await see('clear', 'fm=jpg&bg=00f&invert=true')).looks).toBe('bbbb')
    const blurred = await see('quarters', 'blur=40&w=200')
    expect(blurred.size).toBe('200x100')
    const [red = 0] = blurred.pixel(95, 10)
    expect(red).toBeGreaterThan(100)
    expect(red).toBeLessThan(200)
    const even = await see('quarters', 'blur=2000&dpr=3&w=2000')
    expect(even.size).toBe('6000x3000')
    expect((await see('quarters', 'sharp=50')).looks).toBe('rgbw')
    expect((await see('quarters', 'cs=b-w')).size).toBe('200x100')
  })
})

describe('the format of an image', () => {
  test.for([
    ['photo', 'w=50', '*/*', 'image/jpeg'],
    ['quarters', 'w=50', 'image/avif,image/webp', 'image/png'],
    ['quarters', 'auto=format', 'image/avif,image/webp,*/*', 'image/avif'],
    ['quarters', 'auto=format', 'image/webp,*/*', 'image/webp'],
    ['quarters', 'auto=format', '*/*', 'image/png'],
    ['quarters', 'auto=format&fm=jpg', 'image/webp', 'image/jpeg'],
    ['quarters', 'fm=pjpg&q=0', '*/*', 'image/jpeg'],
    ['quarters', 'fm=webp&q=100', '*/*', 'image/webp'],
    ['drawing', 'w=400&auto=format', 'image/webp', 'image/svg+xml'],
    ['drawing', 'fm=png&w=400', '*/*', 'image/png'],
    ['moving', 'auto=format', 'image/avif,image/webp', 'image/webp'],
    ['moving', 'w=10', '*/*', 'image/gif'],
  ] as const)('of %s, asked with %s and %s', async ([name, query, accept, type]) => {
    const answer = await ask(name, query, {headers: {accept}})
    expect(answer.headers.get('content-type')).toBe(type)
    const vary = answer.headers.get('vary') ?? ''
    expect(vary.includes('accept')).toBe(query.includes('auto') && name !== 'drawing')
  })

  test('keeps what moves moving, or stops it at the first picture', async () => {
    expect(await see('moving', 'w=20')).toMatchObject({pages: 3})
    expect(await see('moving', 'w=20&h=20&fit=crop&fm=webp')).toMatchObject({pages: 3})
    expect(await see('moving', 'frame=1')).toMatchObject({size: '40x20', looks: 'rrrr'})
    expect(await see('moving', 'or=90')).toMatchObject({size: '20x40', looks: 'rrrr'})
    expect(await see('moving', 'fm=png&w=20')).toMatchObject({size: '20x10', looks: 'rrrr'})
  })

  test('keeps nothing moving that would be too much with the ground around it', async () => {
    const small = await see('thin', 'w=200&h=200&fit=fill&fm=webp')
    expect(small).toMatchObject({size: '200x200', pages: 40})
    const large = await see('thin', 'w=2000&h=2000&fit=fill&fm=webp')
    expect(large).toMatchObject({size: '2000x2000', pages: undefined})
    expect((await see('thin', 'pad=1500&w=1000&fm=webp')).pages).toBeUndefined()
  })

  test('of a drawing has the edges of the size asked for', async () => {
    const seen = await see('drawing', 'fm=png&w=4000&rect=0,0,20,20')
    expect(seen).toMatchObject({size: '4000x4000', looks: 'bbbb'})
  })
})

describe('what has no meaning is refused with the reason', () => {
  test.for([
    'w=0',
    'w=-1',
    'w=abc',
    'w=',
    'w=8193',
    'w=1e3',
    'w=Infinity',
    'h=NaN',
    'max-w=0',
    'rect=1,2,3',
    'rect=0,0,0,5',
    'rect=-1,0,5,5',
    'rect=500,0,10,10',
    'rect=a,b,c,d',
    'fit=cover',
    'crop=middle',
    'fp-x=2',
    'fp-y=-1',
    'dpr=4',
    'dpr=0.5',
    'or=45',
    'flip=x',
    'blur=0',
    'blur=2001',
    'sharp=101',
    'sat=50',
    'bg=red',
    'bg=12345',
    'q=101',
    'q=-1',
    'fm=avif',
    'fm=exe',
    'auto=compress',
    'frame=2',
    'invert=yes',
    'pad=99999',
    'cs=lab',
  ])('%s', async (query) => {
    const answer = await ask('quarters', query)
    expect(answer.status).toBe(400)
    const body: unknown = await answer.json()
    expect(body).toMatchObject({
      statusCode: 400,
      message: expect.stringMatching(/expected|outside/u),
    })
  })

  test('and what has one is answered, in every combination', async () => {
    const value = (...values: string[]): fc.Arbitrary<string> => fc.constantFrom(...values)
    const asked = fc.record(
      {
        w: value('1', '7', '120'),
        h: value('1', '9', '90'),
        rect: value('0,0,1,1', '3,3,14,14', '0,0,999,999'),
        fit: value('clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min'),
        crop: value('top,left', 'right', 'focalpoint', 'entropy'),
        dpr: value('1', '2.5'),
        or: value('90', '180', '270'),
        flip: value('h', 'v', 'hv'),
        blur: value('1', '30', '2000'),
        sharp: value('0', '100'),
        sat: value('-100'),
        invert: value('true'),
        bg: value('f00', '80ff0000', '0000', '12345678'),
        pad: value('0', '5'),
        cs: value('b-w', 'cmyk', 'origin', 'srgb'),
        fm: value('jpg', 'pjpg', 'png', 'webp'),
        q: value('0', '100'),
        auto: value('format'),
        frame: value('1'),
      },
      {requiredKeys: []},
    )
    const names = value('quarters', 'photo', 'clear', 'moving', 'drawing')
    await fc.assert(
      fc.asyncProperty(names, asked, async (name, query) => {
        const seen = await see(name, new URLSearchParams(query).toString(), {
          headers: {accept: 'image/webp'},
        })
        expect(seen.type).toMatch(/^image\//u)
      }),
      {seed: 20_261_124, numRuns: Number(process.env.FUZZ_RUNS ?? 150)},
    )
  })

  test('and nothing broke inside', () => {
    expect(here().lake.ledger.unknown).toEqual([])
  })
})

describe('one picture', () => {
  test('is made once for all who ask at the same time, and again the same', async () => {
    const all = await Promise.all(
      Array.from({length: 20}, async () => {
        const answer = await ask('quarters', 'w=111&fm=webp')
        return Buffer.from(await answer.arrayBuffer()).toString('base64')
      }),
    )
    expect(new Set(all).size).toBe(1)
  })

  test('is not sent to who has it', async () => {
    const first = await ask('quarters', 'w=77&auto=format', {headers: {accept: 'image/webp'}})
    const etag = first.headers.get('etag') ?? ''
    const modified = first.headers.get('last-modified') ?? ''
    expect(Date.parse(modified)).toBeGreaterThan(0)
    const conditions: Record<string, string>[] = [
      {'if-none-match': `W/${etag}`},
      {'if-modified-since': modified},
    ]
    for (const condition of conditions) {
      const again = await ask('quarters', 'w=77&auto=format', {
        headers: {accept: 'image/webp', ...condition},
      })
      expect(again.status).toBe(304)
      expect(await again.text()).toBe('')
    }
    const other = await ask('quarters', 'w=77&auto=format', {
      headers: {accept: 'image/png', 'if-none-match': etag},
    })
    expect(other.status).toBe(200)
  })

  test('has a name for people, and another to be saved under', async () => {
    const answer = await fetch(`${urls.quarters}/red-and-green.png?w=10&dl=small.png`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''small.png")
  })

  test('can be asked about without being sent', async () => {
    const answer = await ask('quarters', 'w=50', {method: 'HEAD'})
    const whole = await ask('quarters', 'w=50')
    expect(answer.headers.get('content-length')).toBe(
      String((await whole.arrayBuffer()).byteLength),
    )
    expect(await answer.text()).toBe('')
  })
})
