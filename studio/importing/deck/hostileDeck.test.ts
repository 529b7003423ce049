import {strToU8, zipSync} from 'fflate'
import * as fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {DECK_LIMITS} from './deckLimits.ts'
import {deckParts, packDeck, relationships, text, title} from './fixtures/packDeck.ts'
import {readDeck} from './readDeck.ts'

const SLIDES = {1: {shapes: title('One')}, 2: {shapes: title('Two')}}
const MEGABYTE = 1024 * 1024

const refusalOf = async (file: Uint8Array): Promise<unknown> => {
  const result = await readDeck(Uint8Array.from(file))
  return 'refused' in result ? result.refused : 'read'
}

const withParts = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> =>
  packDeck({slides: SLIDES, parts})

const withSlide = (content: string): Uint8Array => withParts({'ppt/slides/slide1.xml': content})

describe('what is no PowerPoint file', () => {
  test('nothing', async () => {
    expect(await refusalOf(new Uint8Array())).toEqual({reason: 'empty'})
  })

  test.each([
    ['text', strToU8('Dear colleague, here are the slides.')],
    ['another zip', zipSync({'a.txt': strToU8('a')})],
    ['an empty zip', zipSync({})],
  ])('%s', async (_name, file) => {
    expect(await refusalOf(file)).toEqual({reason: 'notPowerPoint'})
  })

  test.each([
    ['word', 'wordprocessingml.document.main+xml'],
    ['excel', 'spreadsheetml.sheet.main+xml'],
    ['macros', 'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml'],
    ['notPowerPoint', 'application/vnd.ms-visio.drawing.main+xml'],
  ])('%s', async (reason, contentType) => {
    expect(await refusalOf(packDeck({slides: SLIDES, contentType}))).toEqual({reason})
  })

  test.each([
    ['oldPowerPoint', 'PowerPoint Document'],
    ['passwordProtected', 'EncryptedPackage'],
    ['notPowerPoint', 'WordDocument'],
  ])('%s in the container of older files', async (reason, name) => {
    const file = new Uint8Array(2048)
    file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    file.set(Array.from(name, (letter) => [letter.charCodeAt(0), 0]).flat(), 1280)
    expect(await refusalOf(file)).toEqual({reason})
  })
})

/** Changes the entry of a part in the list at the end of a zip. */
function lie(file: Uint8Array, part: string, change: (view: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(file)
  const at =
    copy.length -
    [...copy].toReversed().findIndex((_byte, back) => {
      const start = copy.length - 1 - back
      return part.split('').every((letter, index) => copy[start + index] === letter.charCodeAt(0))
    })
  change(new DataView(copy.buffer, at - 1 - 46, 46))
  return copy
}

const PART = 'ppt/slides/slide1.xml'

describe('a zip that lies or swells', () => {
  test('a download that broke off', async () => {
    const file = packDeck({slides: SLIDES})
    expect(await refusalOf(file.subarray(0, file.length - 200))).toEqual({reason: 'cutOff'})
  })

  test('a part that swells a thousandfold', async () => {
    const zeros = new Uint8Array(16 * MEGABYTE)
    expect(await refusalOf(withParts({'ppt/media/image1.png': zeros}))).toEqual({reason: 'bomb'})
  })

  test('a part that swells further than its list says', async () => {
    const zeros = new Uint8Array(4 * MEGABYTE)
    const file = lie(withParts({[PART]: zeros}), PART, (view) => view.setUint32(24, 4096, true))
    expect(await refusalOf(file)).toEqual({reason: 'bomb'})
  })

  test('more in all than is ever needed', async () => {
    const file = lie(withParts({}), PART, (view) => {
      view.setUint32(24, DECK_LIMITS.unpackedBytes + 1, true)
    })
    expect(await refusalOf(file)).toEqual({reason: 'bomb'})
  })

  test('parts that lie over each other', async () => {
    const file = lie(withParts({}), PART, (view) => view.setUint32(20, 100_000, true))
    expect(await refusalOf(file)).toEqual({reason: 'bomb'})
  })

  test('a part that is shorter than its list says', async () => {
    const file = lie(withParts({}), PART, (view) => {
      view.setUint32(24, view.getUint32(24, true) + 1, true)
    })
    expect(await refusalOf(file)).toEqual({reason: 'damaged', part: PART})
  })

  test('a part whose bytes were changed', async () => {
    const file = lie(withParts({}), PART, (view) => view.setUint32(42, 0xffffff, true))
    expect(await refusalOf(file)).toEqual({reason: 'damaged', part: PART})
  })

  test('a part in another packing', async () => {
    const file = lie(withParts({}), PART, (view) => view.setUint16(10, 14, true))
    expect(await refusalOf(file)).toEqual({reason: 'damaged', part: PART})
  })

  test('an encrypted part', async () => {
    const file = lie(withParts({}), PART, (view) => view.setUint16(8, 1, true))
    expect(await refusalOf(file)).toEqual({reason: 'passwordProtected'})
  })

  test('too many parts', async () => {
    const file = withParts({})
    new DataView(file.buffer, file.byteLength - 22).setUint16(10, DECK_LIMITS.parts + 1, true)
    expect(await refusalOf(file)).toEqual({reason: 'tooManyParts', most: 10_000})
  })

  test.each(['../../evil.xml', '/etc/passwd', 'ppt\\..\\evil.xml', 'C:/evil.xml', 'ppt/a\0.xml'])(
    'a name that leads elsewhere: %j',
    async (part) => {
      expect(await refusalOf(withParts({[part]: 'x'}))).toEqual({reason: 'unsafeName', part})
    },
  )

  test('two parts of one name', async () => {
    const part = 'ppt/Slides/Slide1.xml'
    expect(await refusalOf(withParts({[part]: 'x'}))).toEqual({reason: 'twicePart', part})
  })

  test('a file that is larger than the lake takes', async () => {
    const file = new Uint8Array(DECK_LIMITS.fileBytes + 1)
    file.set([0x50, 0x4b, 3, 4])
    expect(await refusalOf(file)).toEqual({reason: 'tooLarge', most: 64})
  })
})

describe('XML that is made to harm', () => {
  test.each([
    [
      'entities that multiply',
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
    ],
    ['an entity from a file', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'],
    ['a mere declaration', '<!doctype html><html></html>'],
  ])('%s', async (_name, content) => {
    expect(await refusalOf(withSlide(content))).toEqual({reason: 'doctype', part: PART})
  })

  test('a declaration in another encoding', async () => {
    const content = '\uFEFF<!DOCTYPE x><x/>'
    const bytes = Uint8Array.from(
      Array.from(content, (letter) => [
        letter.charCodeAt(0) & 255,
        letter.charCodeAt(0) >> 8,
      ]).flat(),
    )
    const file = withParts({[PART]: bytes})
    expect(await refusalOf(file)).toEqual({reason: 'doctype', part: PART})
  })

  test.each([
    ['no XML', 'slide'],
    ['XML that is left open', '<p:sld><p:cSld>'],
    ['XML that is closed crosswise', '<a><b></a></b>'],
    ['a name that reaches into the program', '<a><__proto__ x="1"/></a>'],
    ['elements in each other without end', `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`],
  ])('%s', async (_name, content) => {
    expect(await refusalOf(withSlide(content))).toEqual({reason: 'damaged', part: PART})
  })

  test('bytes that are no text', async () => {
    const file = withParts({[PART]: Uint8Array.from([0x3c, 0x61, 0xc3, 0x28, 0x2f, 0x3e])})
    expect(await refusalOf(file)).toEqual({reason: 'damaged', part: PART})
  })

  test('a slide of many megabytes', async () => {
    const large = deckParts({slides: SLIDES, parts: {[PART]: ' '.repeat(DECK_LIMITS.xmlBytes + 1)}})
    const file = zipSync(large, {level: 0})
    expect(await refusalOf(file)).toEqual({reason: 'xmlTooLarge', part: PART})
  })

  test('a slide with more lines than anybody reads', async () => {
    const shapes = text(Array.from({length: 2000}, (_each, at) => `Line ${at}`).join('\n'))
    expect(await refusalOf(packDeck({slides: {1: {shapes}}}))).toEqual({
      reason: 'overfull',
      page: 1,
    })
  })
})

describe('references that lead nowhere, or back', () => {
  const PRESENTATION = 'ppt/_rels/presentation.xml.rels'

  test('a slide that is not listed', async () => {
    const parts = {[PRESENTATION]: relationships({rId1: ['slide', 'slides/slide1.xml']})}
    expect(await refusalOf(withParts(parts))).toEqual({reason: 'missingPart', part: 'rId2'})
  })

  test('a slide that is not there', async () => {
    const parts = deckParts({slides: SLIDES})
    delete parts['ppt/slides/slide2.xml']
    expect(await refusalOf(zipSync(parts))).toEqual({
      reason: 'missingPart',
      part: 'ppt/slides/slide2.xml',
    })
  })

  test('a slide that lies elsewhere', async () => {
    const target = 'https://example.org/slide.xml'
    const parts = {
      [PRESENTATION]: relationships({
        rId1: ['slide', target],
        rId2: ['slide', 'slides/slide2.xml'],
      }),
    }
    expect(await refusalOf(withParts(parts))).toEqual({reason: 'missingPart', part: target})
  })

  test('a slide that is shown twice', async () => {
    const file = packDeck({slides: SLIDES, order: [1, 2, 1]})
    expect(await refusalOf(file)).toEqual({reason: 'circular', part: PART})
  })

  test('a presentation that is its own slide', async () => {
    const parts = {[PRESENTATION]: relationships({rId1: ['slide', 'presentation.xml']})}
    expect(await refusalOf(withParts(parts))).toEqual({
      reason: 'circular',
      part: 'ppt/presentation.xml',
    })
  })

  test('a slide that is its own notes', async () => {
    const slides = {1: {...SLIDES[1], relationships: {n: ['notesSlide', 'slide1.xml'] as const}}}
    expect(await refusalOf(packDeck({slides}))).toEqual({reason: 'circular', part: PART})
  })

  test('a layout that is its own master', async () => {
    const layout = 'ppt/slideLayouts/layout1.xml'
    const slides = {
      1: {...SLIDES[1], relationships: {l: ['slideLayout', `/${layout}`] as const}},
    }
    const parts = {
      [layout]: '<p:sldLayout xmlns:p="p"/>',
      'ppt/slideLayouts/_rels/layout1.xml.rels': relationships({m: ['slideMaster', 'layout1.xml']}),
    }
    expect(await refusalOf(packDeck({slides, parts}))).toBe('read')
  })

  test('no slide at all', async () => {
    expect(await refusalOf(packDeck({slides: {}}))).toEqual({reason: 'noSlides'})
  })

  test('more slides than anybody shows', async () => {
    const slides = Object.fromEntries(
      Array.from({length: 2000}, (_each, at) => [at + 1, {shapes: ''}]),
    )
    expect(await refusalOf(packDeck({slides}))).toEqual({
      reason: 'tooManySlides',
      count: 2000,
      most: 300,
    })
  })
})

test('whatever is changed in a file, it is read or refused, and never breaks off otherwise', async () => {
  const whole = packDeck({slides: {1: {shapes: title('One'), notes: 'Say it'}}})
  const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {maxLength: 12})
  await fc.assert(
    fc.asyncProperty(changes, fc.nat(whole.length), async (bytes, length) => {
      const file = Uint8Array.from(whole)
      for (const [at, byte] of bytes) file[at] = byte
      const result = await readDeck(length % 3 === 0 ? file.subarray(0, length) : file, {
        pause: async () => undefined,
      })
      expect(Object.keys(result)).toHaveLength(1)
    }),
    {numRuns: 500},
  )
})
