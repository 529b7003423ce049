import {XMLParser, XMLValidator} from 'fast-xml-parser'
import {DECK_LIMITS} from './deckLimits.ts'
import {DeckRefusedError} from './deckRefusal.ts'
import {plainEntities} from './plainEntities.ts'
import type {XmlNode} from './xmlNode.ts'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  // Decoded by ourselves, once: what a document declares is never expanded.
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DECK_LIMITS.depth,
})

/**
 * The root element of a part.
 * @throws DeckRefusedError when it is no XML, or declares anything of its own.
 */
export function parseXml(bytes: Uint8Array, part: string): XmlNode {
  const text = decode(bytes, part)
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new DeckRefusedError({reason: 'doctype', part})
  const root = elementsIn(parse(text, part))[0]
  if (!root) throw new DeckRefusedError({reason: 'damaged', part})
  return root
}

function decode(bytes: Uint8Array, part: string): string {
  const [first, second] = bytes
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  const encoding = isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8'
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(bytes)
  } catch {
    throw new DeckRefusedError({reason: 'damaged', part})
  }
}

function parse(text: string, part: string): unknown {
  const damaged = new DeckRefusedError({reason: 'damaged', part})
  try {
    // The parser closes by itself what was left open.
    if (XMLValidator.validate(text) !== true) throw damaged
    const parsed: unknown = parser.parse(text)
    return parsed
  } catch {
    throw damaged
  }
}

/** The parser gives each element as `{name: children, ':@': attributes}`, and text as `{'#text': text}`. */
function elementsIn(values: unknown): XmlNode[] {
  if (!Array.isArray(values)) return []
  return values.flatMap((value: unknown) => {
    const entries = entriesOf(value)
    const element = entries.find(([key]) => key !== ':@' && key !== '#text')
    if (!element) return []
    const [name, children] = element
    const attributes = entriesOf(entries.find(([key]) => key === ':@')?.[1])
    return {
      name: name.slice(name.indexOf(':') + 1),
      attributes: new Map(attributes.map(([key, text]) => [key, plainEntities(String(text))])),
      children: elementsIn(children),
      text: plainEntities(textIn(children)),
    }
  })
}

const textIn = (values: unknown): string =>
  (Array.isArray(values) ? values : [])
    .flatMap(entriesOf)
    .map(([key, text]) => (key === '#text' ? String(text) : ''))
    .join('')

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : []
