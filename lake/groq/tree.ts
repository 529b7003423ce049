import type {ExprNode} from 'groq-js'

export type NodeOf<Type extends ExprNode['type']> = Extract<ExprNode, {type: Type}>

/**
 * How a child of a node is evaluated: where the node is, one step further in (`^` is then the value outside), or in a
 * scope that `^` passes over, which the elements of `a[].b` have.
 */
export type ChildScope = 'same' | 'nested' | 'hidden'

/** A copy of a node with its children replaced. */
export function mapChildren(
  node: ExprNode,
  change: (child: ExprNode, scope: ChildScope) => ExprNode,
): ExprNode {
  if (node.type === 'Value') return node
  const mapValue = (child: unknown, scope: ChildScope): unknown => {
    if (Array.isArray(child)) return child.map((item) => mapValue(item, scope))
    return isNode(child) ? change(child, scope) : child
  }
  const entries = Object.entries(node).map(([key, child]) => [
    key,
    mapValue(child, scopeOf(node, key)),
  ])
  const copy: unknown = Object.fromEntries(entries)
  return isNode(copy) ? copy : node
}

/** Whether a node or anything in it is of a kind. */
export function someNode(node: ExprNode, is: (node: ExprNode) => boolean): boolean {
  if (is(node)) return true
  return node.type !== 'Value' && Object.values(node).some((part: unknown) => somePart(part, is))
}

function somePart(part: unknown, is: (node: ExprNode) => boolean): boolean {
  if (Array.isArray(part)) return part.some((item) => somePart(item, is))
  return isNode(part) && someNode(part, is)
}

export function withoutGroup(node: ExprNode): ExprNode {
  return node.type === 'Group' ? withoutGroup(node.base) : node
}

/** Whether a node is a field of the value at hand, as `name` or `@.name`. */
export function isBareField(node: ExprNode): node is NodeOf<'AccessAttribute'> {
  return node.type === 'AccessAttribute' && (!node.base || node.base.type === 'This')
}

/** Whether a node reads a field of the value at hand. */
export function isOwnField(node: ExprNode, name: string): boolean {
  const field = withoutGroup(node)
  return isBareField(field) && field.name === name
}

/** What a list literal of nothing but constants stands for. */
export function literalList(node: ExprNode): readonly unknown[] | undefined {
  if (node.type !== 'Array') return undefined
  const values = node.elements.flatMap(({value, isSplat}): unknown[] =>
    value.type === 'Value' && !isSplat ? [value.value ?? null] : [],
  )
  return values.length === node.elements.length ? values : undefined
}

function scopeOf(node: ExprNode, key: string): ChildScope {
  switch (node.type) {
    case 'Filter':
    case 'Projection':
      return key === 'expr' ? 'nested' : 'same'
    case 'Map':
    case 'FlatMap':
      return key === 'expr' ? 'hidden' : 'same'
    case 'PipeFuncCall':
      return key === 'args' ? 'nested' : 'same'
    default:
      return 'same'
  }
}

/** Parts of nodes, such as the members of an object, have a type and children as well, and are treated alike. */
function isNode(value: unknown): value is ExprNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  )
}
