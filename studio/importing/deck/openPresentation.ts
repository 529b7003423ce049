import {DECK_LIMITS} from './deckLimits.ts'
import {DeckRefusedError} from './deckRefusal.ts'
import {openArchive, type Archive} from './openArchive.ts'
import {relationshipsOf} from './relationships.ts'
import {childOf, childrenOf, relationOf, type XmlNode} from './xmlNode.ts'

export interface Presentation {
  archive: Archive
  /** Parts of the slides, in the order in which they are shown. */
  slides: readonly string[]
  /** Of a slide, in the units of the file. */
  area: number
}

/**
 * The slides of a file in their order, before any of them is read.
 * @throws DeckRefusedError
 */
export function openPresentation(file: Uint8Array<ArrayBuffer>): Presentation {
  const archive = openArchive(file)
  const part = mainPart(archive)
  const root = archive.xml(part)
  if (root?.name !== 'presentation') throw new DeckRefusedError({reason: 'missingPart', part})
  const slides = slideParts(archive, part, root)
  const size = childOf(root, 'sldSz')?.attributes
  return {archive, slides, area: Number(size?.get('cx')) * Number(size?.get('cy')) || 1}
}

function mainPart(archive: Archive): string {
  const types = archive.xml('[Content_Types].xml')
  const part = relationshipsOf(archive, '').find(({kind}) => kind === 'officeDocument')?.target
  if (!types || part === undefined) throw new DeckRefusedError({reason: 'notPowerPoint'})
  const type = childrenOf(types, 'Override').find(
    ({attributes}) => attributes.get('PartName')?.toLowerCase() === `/${part.toLowerCase()}`,
  )
  refuseOther(type?.attributes.get('ContentType') ?? '')
  return part
}

function refuseOther(contentType: string): void {
  if (contentType.includes('macroEnabled')) throw new DeckRefusedError({reason: 'macros'})
  if (contentType.includes('wordprocessingml')) throw new DeckRefusedError({reason: 'word'})
  if (contentType.includes('spreadsheetml')) throw new DeckRefusedError({reason: 'excel'})
  if (!contentType.includes('presentationml')) throw new DeckRefusedError({reason: 'notPowerPoint'})
}

function slideParts(archive: Archive, part: string, root: XmlNode): string[] {
  const listed = childrenOf(childOf(root, 'sldIdLst'), 'sldId')
  if (listed.length === 0) throw new DeckRefusedError({reason: 'noSlides'})
  const {slides: most} = DECK_LIMITS
  if (listed.length > most)
    throw new DeckRefusedError({reason: 'tooManySlides', count: listed.length, most})
  const targets = new Map(relationshipsOf(archive, part).map((each) => [each.id, each]))
  const seen = new Set([part.toLowerCase()])
  return listed.map((entry) => {
    const id = relationOf(entry, 'id') ?? ''
    const found = targets.get(id)
    if (!found || found.external || found.kind !== 'slide')
      throw new DeckRefusedError({reason: 'missingPart', part: found?.target ?? id})
    const key = found.target.toLowerCase()
    if (seen.has(key)) throw new DeckRefusedError({reason: 'circular', part: found.target})
    seen.add(key)
    return found.target
  })
}
