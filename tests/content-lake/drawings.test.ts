import {gzipSync} from 'node:zlib'
import type {SanityClient} from '@sanity/client'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {startLake, type RunningLake} from '../support/startLake.ts'

const running: RunningLake[] = []
beforeAll(async () => {
  running.push(await startLake())
})
afterAll(async () => {
  for (const {lake} of running.splice(0)) await lake.close()
})

function editor(): SanityClient {
  const [first] = running
  if (!first) throw new Error('The lake did not start')
  return first.clientFor('editor')
}

const svg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000">${content}</svg>`
const square = '<rect width="1000" height="1000"/>'
const TURBULENT = svg(
  `<filter id="f"><feTurbulence baseFrequency=".05" numOctaves="10"/></filter>
   ${'<rect width="1000" height="1000" filter="url(#f)" opacity=".5"/>'.repeat(40)}`,
)
const layers = (count: number): string =>
  `${'<g opacity=".9">'.repeat(count)}${square}${'</g>'.repeat(count)}`
const doubled = (level: number): string =>
  `<g id="g${level}">${`<use href="#g${level - 1}"/>`.repeat(10)}</g>`

/** Drawn to its end, each would take between ten seconds and hours, or gigabytes. */
const ENDLESS = {
  turbulence: TURBULENT,
  'turbulence that begins like a film': `<!--ftypavif-->${TURBULENT}`,
  'turbulence behind an introduction': `\uFEFF<!--${'.'.repeat(5000)}-->${TURBULENT}`,
  'turbulence in a drawing in a drawing': svg(
    `<image width="1000" height="1000" href="data:image/svg+xml;base64,${btoa(TURBULENT)}"/>`,
  ),
  'a line of text': svg(`<text>${'Wxyz '.repeat(20_000)}</text>`),
  'a dashed line': svg(
    `<path d="M0 0${'L1000 999L0 1'.repeat(200)}" stroke="red" stroke-dasharray=".05"/>`,
  ),
  'an up and down': svg(`<path d="M0 0${'L999 999L9 0'.repeat(200_000)}"/>`),
  'copies of copies': svg(
    `<g id="g0">${square}</g>${[1, 2, 3, 4, 5, 6, 7, 8].map(doubled).join('')}`,
  ),
  'hundreds of large layers': svg(layers(2000)),
  'many pictures between': svg(
    `<filter id="f">${Array.from({length: 2000}, (_, index) => `<feFlood result="r${index}"/>`).join('')}</filter>
     <rect width="1000" height="1000" filter="url(#f)"/>`,
  ),
}

describe('a drawing that would take too long or too much memory', () => {
  test.each(Object.entries(ENDLESS))(
    'is refused before it does, with what to do: %s',
    async (_, drawing) => {
      const start = performance.now()
      await expect(editor().assets.upload('image', Buffer.from(drawing))).rejects.toMatchObject({
        statusCode: 400,
        message: expect.stringContaining('save it as PNG'),
      })
      expect(performance.now() - start).toBeLessThan(9000)
      expect(running[0]?.lake.ledger.unknown).toEqual([])
    },
  )

  test('is kept where it can be drawn small, and refused where it is asked for large', async () => {
    const masks = `<mask id="m">${square}</mask>${`<g mask="url(#m)">${square}</g>`.repeat(30)}`
    const {url} = await editor().assets.upload('image', Buffer.from(svg(masks)))
    const large = await fetch(`${url}?w=8192&fm=png`)
    expect(large.status).toBe(400)
    expect(await large.text()).toContain('ask for a smaller picture')
    expect((await fetch(`${url}?w=100&fm=png`)).status).toBe(200)
    expect((await fetch(url)).status).toBe(200)
  })
})

describe('a drawing', () => {
  test('may have shadows, patterns, text and a declaration', async () => {
    const drawing = `<?xml version="1.0" encoding="ISO-8859-1"?>
      <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
        <!ENTITY colour "#d02020">
      ]>
      <svg xmlns="http://www.w3.org/2000/svg" width="400" height="200">
        <filter id="s"><feDropShadow dx="4" dy="4" stdDeviation="4"/></filter>
        <pattern id="p" width=".1" height=".1"><circle r="4" fill="blue"/></pattern>
        <rect x="10" y="10" width="200" height="100" fill="&colour;" filter="url(#s)"/>
        <rect width="400" height="200" fill="url(#p)" stroke="green" stroke-dasharray="4 2"/>
        <text x="40" y="80" font-size="20">Caf\u00E9</text>
      </svg>`
    const bytes = Buffer.from(drawing, 'latin1')
    const asset = await editor().assets.upload('image', bytes)
    expect(asset).toMatchObject({
      mimeType: 'image/svg+xml',
      metadata: {dimensions: {width: 400, height: 200}, hasAlpha: true, isOpaque: false},
    })
    expect(Buffer.from(await (await fetch(asset.url)).arrayBuffer())).toEqual(bytes)
  })

  test.each([
    ['compressed', () => gzipSync(svg(square))],
    ['larger than 4 MB', () => Buffer.from(svg(`<!--${'.'.repeat(4 * 1024 * 1024)}-->`))],
  ])('is refused when it is %s', async (_, make) => {
    await expect(editor().assets.upload('image', make())).rejects.toMatchObject({
      statusCode: 400,
      message: expect.stringContaining('PNG'),
    })
  })
})
