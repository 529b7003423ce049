import type {DeckParagraph} from './importedDeck.ts'
import {readText} from './readText.ts'
import {childOf, childrenOf, type XmlNode} from './xmlNode.ts'

/** The deepest level that a list of text has. */
const DEEPEST = 8

/**
 * The words of a SmartArt drawing, from its data: each point under the one that holds it. Points that lead back to
 * themselves are read once; those that nothing leads to come last.
 */
export function readDiagram(data: XmlNode): DeckParagraph[] {
  const points = new Map(
    childrenOf(childOf(data, 'ptLst'), 'pt')
      .filter(({attributes}) => ['doc', 'node', 'asst'].includes(attributes.get('type') ?? 'node'))
      .map((point) => [point.attributes.get('modelId') ?? '', point]),
  )
  const parts = partsOf(data)
  const root = [...points].find(([, {attributes}]) => attributes.get('type') === 'doc')?.[0]
  const seen = new Set<string>()
  const read: DeckParagraph[] = []
  // A stack of its own, as a chain may be longer than calls can be deep.
  const waiting = [...points.keys()].map((id) => ({id, level: 0})).toReversed()
  if (root !== undefined) waiting.push({id: root, level: -1})
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const {id, level} = next
    const point = points.get(id)
    if (!point || seen.has(id)) continue
    seen.add(id)
    const own = Math.min(Math.max(level, 0), DEEPEST)
    for (const each of readText(childOf(point, 't')))
      read.push({...each, level: own, bulleted: true})
    const below = (parts.get(id) ?? []).map((part) => ({id: part, level: level + 1}))
    for (const each of below.toReversed()) waiting.push(each)
  }
  return read
}

/** Ids of the points below each point, in their order. */
function partsOf(data: XmlNode): ReadonlyMap<string, readonly string[]> {
  const connections = childrenOf(childOf(data, 'cxnLst'), 'cxn')
    .filter(({attributes}) => (attributes.get('type') ?? 'parOf') === 'parOf')
    .toSorted((a, b) => orderOf(a) - orderOf(b))
  const parts = new Map<string, string[]>()
  for (const {attributes} of connections) {
    const whole = attributes.get('srcId') ?? ''
    const known = parts.get(whole) ?? []
    known.push(attributes.get('destId') ?? '')
    parts.set(whole, known)
  }
  return parts
}

const orderOf = ({attributes}: XmlNode): number => Number(attributes.get('srcOrd') ?? 0) || 0
