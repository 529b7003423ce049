import {readDiagram} from './readDiagram.ts'
import {readTable} from './readTable.ts'
import {NOTHING, type ShapeContent, type SlideContext} from './slideParts.ts'
import {childOf, relationOf, type XmlNode} from './xmlNode.ts'

/** A table or a SmartArt drawing as text; a chart or anything else by its name alone. */
export function readFrame(frame: XmlNode, context: SlideContext): ShapeContent {
  const data = childOf(frame, 'graphic', 'graphicData')
  const properties = childOf(frame, 'nvGraphicFramePr', 'cNvPr')?.attributes
  const named = {name: properties?.get('descr') || properties?.get('name') || ''}
  // The address without its year and its owner: the strict and the usual dialect differ there.
  const kind = data?.attributes.get('uri')?.split('/').at(-1)
  const table = childOf(data, 'tbl')
  if (table)
    return {...NOTHING, paragraphs: readTable(table), leftOut: [{kind: 'tableLayout', ...named}]}
  if (kind === 'diagram') return readDiagramFrame(data, context, named)
  if (kind === 'chart' || kind === 'chartex')
    return {...NOTHING, leftOut: [{kind: 'chart', ...named}]}
  return {...NOTHING, leftOut: [{kind: kind === 'ole' ? 'embeddedObject' : 'unknown', ...named}]}
}

function readDiagramFrame(
  data: XmlNode | undefined,
  {archive, relationships}: SlideContext,
  named: {name: string},
): ShapeContent {
  const id = relationOf(childOf(data, 'relIds'), 'dm') ?? ''
  const part = relationships.get(id)
  const model = part && !part.external ? archive.xml(part.target) : undefined
  if (!model) return {...NOTHING, leftOut: [{kind: 'unknown', ...named}]}
  return {
    ...NOTHING,
    paragraphs: readDiagram(model),
    leftOut: [{kind: 'diagramLayout', ...named}],
  }
}
