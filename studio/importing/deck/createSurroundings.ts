import type {LeftOut} from './importedDeck.ts'
import type {Archive} from './openArchive.ts'
import {asLine, readText} from './readText.ts'
import {relationshipsOf, type Relationship} from './relationships.ts'
import {allOf, childOf, isOff, type XmlNode} from './xmlNode.ts'

/** What layouts and masters put on every slide: named, since it is on screen and in no slide. Each is read once. */
export function createSurroundings(archive: Archive) {
  const known = new Map<string, readonly LeftOut[]>()
  const around = (part: string, isMaster: boolean): readonly LeftOut[] => {
    const found = known.get(part)
    if (found) return found
    const root = archive.xml(part)
    const own = shownBy(root)
    const master = isMaster || hidesMaster(root) ? undefined : partOf(archive, part, 'slideMaster')
    const all = master === undefined ? own : [...own, ...around(master, true)]
    known.set(part, all)
    return all
  }
  return (root: XmlNode, relationships: Iterable<Relationship>): readonly LeftOut[] => {
    const layout = [...relationships].find(({kind}) => kind === 'slideLayout')
    return !layout || layout.external || hidesMaster(root) ? [] : around(layout.target, false)
  }
}

const partOf = (archive: Archive, part: string, kind: string): string | undefined =>
  relationshipsOf(archive, part).find((each) => each.kind === kind && !each.external)?.target

const hidesMaster = (root: XmlNode | undefined): boolean =>
  isOff(root?.attributes.get('showMasterSp'))

function shownBy(root: XmlNode | undefined): LeftOut[] {
  const tree = childOf(root, 'cSld', 'spTree')
  const words = allOf(tree, 'sp')
    .filter((shape) => !childOf(shape, 'nvSpPr', 'nvPr', 'ph'))
    .map((shape) => asLine(readText(childOf(shape, 'txBody'))))
    .filter((line) => line !== '')
  const pictures = allOf(tree, 'pic').map(
    (picture) => childOf(picture, 'nvPicPr', 'cNvPr')?.attributes.get('name') ?? '',
  )
  return [
    ...words.map((name): LeftOut => ({kind: 'layoutText', name})),
    ...pictures.map((name): LeftOut => ({kind: 'layoutPicture', name})),
  ]
}
