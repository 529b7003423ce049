import {asLine, readText} from './readText.ts'
import {readFrame} from './readFrame.ts'
import {NOTHING, type FoundPicture, type ShapeContent, type SlideContext} from './slideParts.ts'
import {allOf, childOf, relationOf, type XmlNode} from './xmlNode.ts'

/** What stands in a tree of shapes, in the order in which a screen reader meets it. `scale`: of the group around it. */
export function readShapes(
  tree: XmlNode | undefined,
  context: SlideContext,
  scale = 1,
): ShapeContent {
  const all = (tree?.children ?? []).map((shape) => readShape(shape, context, scale))
  const titled = all.find(({title}) => title !== undefined)
  return {
    ...(titled?.title === undefined ? {} : {title: titled.title, opens: titled.opens === true}),
    paragraphs: all.flatMap((each) => [...untaken(each, titled), ...each.paragraphs]),
    pictures: all.flatMap(({pictures}) => pictures),
    leftOut: all.flatMap(({leftOut}) => leftOut),
  }
}

/** The words of every title but the one that was taken for it. */
const untaken = (
  each: ShapeContent,
  titled: ShapeContent | undefined,
): ShapeContent['paragraphs'] =>
  each === titled || each.title === undefined
    ? []
    : [{runs: [{text: each.title, strong: false, em: false}], level: 0, bulleted: false}]

function readShape(shape: XmlNode, context: SlideContext, scale: number): ShapeContent {
  switch (shape.name) {
    case 'sp':
      return readTextShape(shape, context, scale)
    case 'pic':
      return readPictureShape(shape, context, scale)
    case 'graphicFrame':
      return readFrame(shape, context)
    case 'grpSp':
      return readShapes(shape, context, scale * scaleOf(shape))
    case 'contentPart':
      return {...NOTHING, leftOut: [{kind: 'ink'}]}
    case 'AlternateContent': {
      const chosen = readShapes(childOf(shape, 'Choice'), context, scale)
      const holdsAny = chosen.paragraphs.length + chosen.pictures.length + chosen.leftOut.length > 0
      return holdsAny || chosen.title !== undefined
        ? chosen
        : readShapes(childOf(shape, 'Fallback'), context, scale)
    }
    default:
      return NOTHING
  }
}

function readTextShape(shape: XmlNode, context: SlideContext, scale: number): ShapeContent {
  const body = childOf(shape, 'txBody')
  const place = childOf(shape, 'nvSpPr', 'nvPr', 'ph')
  const type = place?.attributes.get('type') ?? (place ? 'obj' : '')
  const fill = childOf(shape, 'spPr', 'blipFill')
  const pictures = fill ? [foundPicture(shape, fill, context, scale)] : []
  if (type === 'title' || type === 'ctrTitle') {
    const title = asLine(readText(body))
    const opens = type === 'ctrTitle'
    return title === '' ? {...NOTHING, pictures} : {...NOTHING, title, opens, pictures}
  }
  if (type === 'sldNum') return NOTHING
  if (type === 'ftr' || type === 'hdr' || type === 'dt') {
    const name = asLine(readText(body))
    const isOwn = name !== '' && allOf(body, 'fld').length === 0
    return isOwn ? {...NOTHING, leftOut: [{kind: 'footer', name}]} : NOTHING
  }
  return {...NOTHING, pictures, paragraphs: readText(body, type === 'body' || type === 'obj')}
}

function readPictureShape(shape: XmlNode, context: SlideContext, scale: number): ShapeContent {
  const properties = childOf(shape, 'nvPicPr', 'nvPr')
  const picture = foundPicture(shape, childOf(shape, 'blipFill'), context, scale)
  const {name} = picture
  if (allOf(properties, 'videoFile').length > 0)
    return {...NOTHING, leftOut: [{kind: 'video', name}]}
  const isSound = ['audioFile', 'wavAudioFile', 'audioCd'].some(
    (each) => allOf(properties, each).length > 0,
  )
  if (isSound) return {...NOTHING, leftOut: [{kind: 'sound', name}]}
  if (allOf(properties, 'media').length > 0) return {...NOTHING, leftOut: [{kind: 'video', name}]}
  return {...NOTHING, pictures: [picture]}
}

function foundPicture(
  shape: XmlNode,
  fill: XmlNode | undefined,
  context: SlideContext,
  scale: number,
): FoundPicture {
  const attributes = shape.children
    .flatMap((child) => childOf(child, 'cNvPr') ?? [])
    .at(0)?.attributes
  const alt = attributes?.get('descr')?.trim()
  const embed = relationOf(childOf(fill, 'blip'), 'embed')
  const size = childOf(shape, 'spPr', 'xfrm', 'ext')
  return {
    ...(embed === undefined ? {} : {embed}),
    // One without a size of its own fills the place that the layout made for it.
    area: size ? areaOf(size) * scale : context.area / 4,
    name: attributes?.get('name') ?? '',
    ...(alt ? {alt} : {}),
  }
}

/** How much larger a group shows what is in it. */
function scaleOf(group: XmlNode): number {
  const transform = childOf(group, 'grpSpPr', 'xfrm')
  const shown = areaOf(childOf(transform, 'ext'))
  const inside = areaOf(childOf(transform, 'chExt'))
  return shown > 0 && inside > 0 ? shown / inside : 1
}

const areaOf = (extent: XmlNode | undefined): number =>
  Number(extent?.attributes.get('cx') ?? 0) * Number(extent?.attributes.get('cy') ?? 0) || 0
