/** An element by its local name: prefixes are the writer's choice. */
export interface XmlNode {
  name: string
  /** By full name: `id` and `r:id` stand side by side. */
  attributes: ReadonlyMap<string, string>
  children: readonly XmlNode[]
  /** Of itself, without that of its children. */
  text: string
}

export const childrenOf = (node: XmlNode | undefined, name: string): XmlNode[] =>
  (node?.children ?? []).filter((child) => child.name === name)

/** The element at the end of a path of names, always the first of each. */
export const childOf = (node: XmlNode | undefined, ...path: readonly string[]) =>
  path.reduce<XmlNode | undefined>(
    (at, name) => at?.children.find((child) => child.name === name),
    node,
  )

/** Every element of that name, however deep, in the order of the text. */
export const allOf = (node: XmlNode | undefined, name: string): XmlNode[] =>
  (node?.children ?? []).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...allOf(child, name),
  ])

/** The id of a relationship: an attribute of this local name that has a prefix. */
export const relationOf = (node: XmlNode | undefined, name: string): string | undefined =>
  [...(node?.attributes ?? [])].find(([key]) => key.endsWith(`:${name}`))?.[1]

/** As the schemas of Office write yes. */
export const isOn = (value: string | undefined): boolean =>
  value === '1' || value === 'true' || value === 'on'

/** As they write no; nothing at all is neither. */
export const isOff = (value: string | undefined): boolean =>
  value === '0' || value === 'false' || value === 'off'
