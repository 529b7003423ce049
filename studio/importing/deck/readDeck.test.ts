import {expect, test} from 'vitest'
import {
  packDeck,
  picture,
  PIXEL,
  relationships,
  shape,
  text,
  title,
  type SampleSlide,
} from './fixtures/packDeck.ts'
import type {ImportedSlide} from './importedDeck.ts'
import {readDeck} from './readDeck.ts'
import {wordsOf} from './readText.ts'

async function slidesOf(...deck: Parameters<typeof packDeck>): Promise<readonly ImportedSlide[]> {
  const result = await readDeck(packDeck(...deck))
  if ('refused' in result) throw new Error(JSON.stringify(result.refused))
  return result.deck.slides
}

async function oneSlide(
  slide: SampleSlide,
  parts: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<ImportedSlide> {
  const [read] = await slidesOf({slides: {1: slide}, parts})
  if (!read) throw new Error('There is no slide')
  return read
}

const linesOf = ({paragraphs}: ImportedSlide): string[] => paragraphs.map(wordsOf)

test('slides come in the order in which they are shown, whatever their files are called', async () => {
  const slides = {
    1: {shapes: title('Third')},
    2: {shapes: title('First')},
    3: {shapes: title('Second'), attributes: 'show="0"'},
  }
  const read = await slidesOf({slides, order: [2, 3, 1]})
  expect(read.map(({page, title: words, hidden}) => [page, words, hidden])).toEqual([
    [1, 'First', false],
    [2, 'Second', true],
    [3, 'Third', false],
  ])
})

test('a slide is its title, its paragraphs with level, bullets and marks, and its notes', async () => {
  const body = shape(
    `<a:p><a:pPr lvl="1"/><a:r><a:rPr b="1"/><a:t>Skin </a:t></a:r><a:r><a:rPr i="1" err="1"/><a:t>checked</a:t></a:r><a:r><a:t> &amp; dry &#8211; 5 &lt; 6</a:t></a:r></a:p><a:p><a:pPr><a:buNone/></a:pPr><a:r><a:t>n=</a:t></a:r><a:r><a:t>41</a:t></a:r><a:r><a:t>2</a:t></a:r></a:p><a:p/>`,
    'idx="1"',
  )
  const slide = await oneSlide({
    shapes: `${body}${text('Warm\nfrom the start', 'type="title"')}`,
    notes: 'Say this.\nThen that.',
  })
  expect(slide.title).toBe('Warm from the start')
  expect(slide.notes).toBe('Say this.\nThen that.')
  expect(slide.paragraphs).toEqual([
    {
      level: 1,
      bulleted: true,
      runs: [
        {text: 'Skin ', strong: true, em: false},
        {text: 'checked', strong: false, em: true},
        {text: ' & dry – 5 < 6', strong: false, em: false},
      ],
    },
    {level: 0, bulleted: false, runs: [{text: 'n=412', strong: false, em: false}]},
  ])
})

test('a reference mark stays apart from the number that it follows', async () => {
  const slide = await oneSlide({
    shapes: shape(
      '<a:p><a:r><a:t>93%</a:t></a:r><a:r><a:rPr baseline="30000"/><a:t>1</a:t></a:r><a:r><a:t> SpO</a:t></a:r><a:r><a:rPr baseline="-25000"/><a:t>2</a:t></a:r></a:p><a:p/>',
      'type="title"',
    ),
  })
  expect(slide.title).toBe('93%¹ SpO₂')
})

test('a slide without a title is known by its first words, which stand once', async () => {
  const slide = await oneSlide({shapes: `${text('Set up in 51 seconds')}${text('Less noise')}`})
  expect(slide.title).toBe('Set up in 51 seconds')
  expect(linesOf(slide)).toEqual(['Less noise'])
})

test('neither a table nor a long text becomes the title of a slide', async () => {
  const long = 'Set up in 51 seconds. '.repeat(9).trim()
  const slide = await oneSlide({shapes: text(long)})
  expect(slide.title).toBeUndefined()
  expect(linesOf(slide)).toEqual([long])
  expect((await oneSlide({shapes: text('Arm | Rate')})).title).toBeUndefined()
})

test('words in tables, groups and SmartArt are read, in the order of the slide', async () => {
  const cell = (words: string, attributes = ''): string =>
    `<a:tc ${attributes}><a:txBody><a:p><a:r><a:t>${words}</a:t></a:r></a:p></a:txBody></a:tc>`
  const table = `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="5" name="Table 4"/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tr>${cell('Arm')}${cell('Rate')}</a:tr><a:tr>${cell('Kelvane', 'gridSpan="2"')}${cell('', 'hMerge="1"')}${cell('')}</a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>`
  const diagram =
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="6" name="Diagram 5"/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds r:dm="rIdD"/></a:graphicData></a:graphic></p:graphicFrame>'
  const slide = await oneSlide(
    {
      shapes: `${title('T')}${table}<p:grpSp><p:grpSp>${text('In a group')}</p:grpSp></p:grpSp>${diagram}`,
      relationships: {rIdD: ['diagramData', '/ppt/diagrams/data1.xml']},
    },
    {'ppt/diagrams/data1.xml': DIAGRAM},
  )
  expect(linesOf(slide)).toEqual([
    'Arm | Rate',
    'Kelvane',
    'In a group',
    'Before',
    'Assess',
    'After',
    'Nowhere',
  ])
  expect(slide.paragraphs.map(({level}) => level)).toEqual([0, 0, 0, 0, 1, 0, 0])
  expect(slide.leftOut).toEqual([
    {kind: 'tableLayout', name: 'Table 4'},
    {kind: 'diagramLayout', name: 'Diagram 5'},
  ])
})

const point = (id: string, words: string): string =>
  `<dgm:pt modelId="${id}"><dgm:t><a:p><a:r><a:t>${words}</a:t></a:r></a:p></dgm:t></dgm:pt>`

/** Before (with Assess under it) and After; a point in a circle with itself; connections out of their order. */
const DIAGRAM = `<dgm:dataModel xmlns:dgm="d" xmlns:a="a"><dgm:ptLst><dgm:pt modelId="0" type="doc"/>${point('2', 'After')}${point('1', 'Before')}${point('3', 'Assess')}${point('4', 'Nowhere')}<dgm:pt modelId="9" type="pres"/></dgm:ptLst><dgm:cxnLst><dgm:cxn srcId="0" destId="2" srcOrd="1"/><dgm:cxn srcId="0" destId="1" srcOrd="0"/><dgm:cxn srcId="1" destId="3"/><dgm:cxn srcId="3" destId="1"/><dgm:cxn srcId="4" destId="4"/></dgm:cxnLst></dgm:dataModel>`

test('the picture that takes most of the slide comes with its description, the others are named', async () => {
  const slide = await oneSlide(
    {
      shapes: `${picture('a', 10)}<p:grpSp><p:grpSpPr><a:xfrm><a:ext cx="200" cy="200"/><a:chExt cx="2" cy="2"/></a:xfrm></p:grpSpPr>${picture('b', 1, 'The pad')}</p:grpSp>${picture('c', 900)}${picture('d', 800)}`,
      relationships: {
        a: ['image', '../media/image1.png'],
        b: ['image', '../media/image2.png'],
        c: ['image', '../media/image3.emf'],
        d: ['image', 'https://example.org/tracker.png'],
      },
    },
    {
      'ppt/media/image1.png': PIXEL,
      'ppt/media/image2.png': PIXEL,
      'ppt/media/image3.emf': 'EMF',
    },
  )
  expect(slide.picture).toMatchObject({
    alt: 'The pad',
    mimeType: 'image/png',
    filename: 'image2.png',
  })
  expect(slide.picture?.bytes).toEqual(PIXEL)
  expect(slide.leftOut).toEqual([
    {kind: 'pictureFormat', name: 'Picture c, image3.emf'},
    {kind: 'linkedPicture', name: 'Picture d'},
    {kind: 'otherPicture', name: 'Picture a'},
  ])
})

test('a picture is taken for what it is, not for what it is called', async () => {
  const wall = Uint8Array.from(PIXEL)
  new DataView(wall.buffer).setUint32(16, 60_000)
  new DataView(wall.buffer).setUint32(20, 60_000)
  const slide = await oneSlide(
    {
      shapes: `${picture('a', 10)}${picture('b', 9)}`,
      relationships: {a: ['image', '../media/page.png'], b: ['image', '../media/wall.png']},
    },
    {'ppt/media/page.png': '<script>', 'ppt/media/wall.png': wall},
  )
  expect(slide.picture).toBeUndefined()
  expect(slide.leftOut.map(({kind}) => kind)).toEqual(['pictureFormat', 'pictureFormat'])
})

test('what is not taken over is named, each in its kind', async () => {
  const frame = (uri: string, name: string): string =>
    `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="7" name="${name}"/></p:nvGraphicFramePr><a:graphic><a:graphicData uri="http://example.org/2006/${uri}"/></a:graphic></p:graphicFrame>`
  const video =
    '<p:pic><p:nvPicPr><p:cNvPr id="8" name="Film"/><p:nvPr><a:videoFile r:link="v"/></p:nvPr></p:nvPicPr></p:pic>'
  const link = '<a:p><a:r><a:rPr><a:hlinkClick r:id="l"/></a:rPr><a:t>Read</a:t></a:r></a:p>'
  const slide = await oneSlide(
    {
      shapes: `${title('T')}${frame('chart', 'Rates')}${frame('ole', 'Sheet')}${video}${text('OS-1', 'type="ftr"')}${text('7', 'type="sldNum"')}${shape(link)}`,
      after: '<p:transition/><p:timing><p:tnLst><p:par><p:set/></p:par></p:tnLst></p:timing>',
      relationships: {
        l: ['hyperlink', 'https://example.org/'],
        m: ['slideLayout', '../slideLayouts/slideLayout1.xml'],
        n: ['comments', '../comments/comment1.xml'],
      },
    },
    {
      'ppt/slideLayouts/slideLayout1.xml': `<p:sldLayout xmlns:p="p" xmlns:a="a"><p:cSld><p:spTree>${text('Rx only')}${text('Click to edit', 'type="title"')}</p:spTree></p:cSld></p:sldLayout>`,
      'ppt/slideLayouts/_rels/slideLayout1.xml.rels': relationships({
        r: ['slideMaster', '../slideMasters/slideMaster1.xml'],
      }),
      'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster xmlns:p="p" xmlns:a="a" xmlns:r="r"><p:cSld><p:spTree>${picture('x', 1)}</p:spTree></p:cSld></p:sldMaster>`,
    },
  )
  expect(linesOf(slide)).toEqual(['Read'])
  expect(slide.leftOut).toEqual([
    {kind: 'chart', name: 'Rates'},
    {kind: 'embeddedObject', name: 'Sheet'},
    {kind: 'video', name: 'Film'},
    {kind: 'footer', name: 'OS-1'},
    {kind: 'animation'},
    {kind: 'transition'},
    {kind: 'comments'},
    {kind: 'link', name: 'https://example.org/'},
    {kind: 'layoutText', name: 'Rx only'},
    {kind: 'layoutPicture', name: 'Picture x'},
  ])
})

test('what is offered in two versions is read once', async () => {
  const slide = await oneSlide({
    shapes: `${title('T')}<mc:AlternateContent><mc:Choice Requires="a14">${text('New')}</mc:Choice><mc:Fallback>${text('Old')}</mc:Fallback></mc:AlternateContent><mc:AlternateContent><mc:Choice Requires="z"><p:new/></mc:Choice><mc:Fallback>${text('Kept')}</mc:Fallback></mc:AlternateContent>`,
  })
  expect(linesOf(slide)).toEqual(['New', 'Kept'])
})

test('the page can draw between two slides', async () => {
  const order: string[] = []
  await readDeck(packDeck({slides: {1: {shapes: title('A')}, 2: {shapes: title('B')}}}), {
    onProgress: (done, of) => order.push(`${done}/${of}`),
    pause: async () => {
      order.push('pause')
    },
  })
  expect(order).toEqual(['pause', '1/2', 'pause', '2/2'])
})
