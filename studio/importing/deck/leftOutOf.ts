import type {LeftOut} from './importedDeck.ts'
import type {Relationship} from './relationships.ts'
import {allOf, childOf, relationOf, type XmlNode} from './xmlNode.ts'

const ANIMATIONS = ['anim', 'animClr', 'animEffect', 'animMotion', 'animRot', 'animScale', 'set']

/** What a slide does beside its shapes, and what text holds beside its words. */
export function leftOutOf(
  root: XmlNode,
  relationships: ReadonlyMap<string, Relationship>,
): LeftOut[] {
  const links = allOf(root, 'hlinkClick').flatMap(
    (link) => relationships.get(relationOf(link, 'id') ?? '') ?? [],
  )
  const addresses = links.filter(({external}) => external).map(({target}) => target)
  const timing = childOf(root, 'timing')
  const has = (kind: LeftOut['kind'], isThere: boolean): LeftOut[] => (isThere ? [{kind}] : [])
  return [
    ...has('background', childOf(root, 'cSld', 'bg', 'bgPr', 'blipFill') !== undefined),
    ...has(
      'animation',
      ANIMATIONS.some((name) => allOf(timing, name).length > 0),
    ),
    ...has('transition', allOf(root, 'transition').length > 0),
    ...has(
      'comments',
      [...relationships.values()].some(({kind}) => kind === 'comments'),
    ),
    ...has('numbering', allOf(root, 'buAutoNum').length > 0),
    ...has('equation', allOf(root, 'oMath').length > 0),
    ...[...new Set(addresses)].map((name): LeftOut => ({kind: 'link', name})),
  ]
}
