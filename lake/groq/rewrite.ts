import type {ExprNode} from 'groq-js'
import {byId, byIds, byType, byTypes, matchingText, referencing} from './lookups.ts'

/** What stands in the query text for the function that groq-js does not know. */
export const TEXT_QUERY_MARK = '\u0001text::query'

/**
 * Rewrites a tree so that it gives the same result sooner: conjunctions become chained filters, of which a later one is
 * only asked of what an earlier one let through, and conditions on all documents become look-ups.
 */
export function rewrite(node: ExprNode): ExprNode {
  const inner = mapChildren(node)
  if (inner.type === 'Filter') return rewriteFilter(inner.base, conjuncts(inner.expr))
  return textMatch(inner) ?? inner
}

type Filter = Extract<ExprNode, {type: 'Filter'}>

function isNode(value: unknown): value is ExprNode {
  return (
    typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
  )
}

function mapChildren(node: ExprNode): ExprNode {
  if (node.type === 'Value') return node
  const entries = Object.entries(node).map(([key, child]: [string, unknown]): [string, unknown] => [
    key,
    mapChild(child),
  ])
  const copy: unknown = Object.fromEntries(entries)
  return isNode(copy) ? copy : node
}

function mapChild(child: unknown): unknown {
  if (Array.isArray(child)) return child.map(mapChild)
  return isNode(child) ? rewrite(child) : child
}

/** A filter passes only what is `true`, so that `a && b` and `[a][b]` pass the same. */
function conjuncts(expr: ExprNode): ExprNode[] {
  if (expr.type === 'And') return [...conjuncts(expr.left), ...conjuncts(expr.right)]
  return expr.type === 'Group' ? conjuncts(expr.base) : [expr]
}

function rewriteFilter(base: ExprNode, conditions: readonly ExprNode[]): ExprNode {
  if (base.type === 'Everything') {
    const found = firstLookUp(conditions)
    if (found) return chain(found.node, conditions.toSpliced(found.index, 1))
  }
  const pushed = base.type === 'Filter' ? pushDown(base, conditions) : undefined
  return pushed ?? chain(base, conditions)
}

/** `*[a][_type == "x"]`: the look-up may come from a later filter of the same chain. */
function pushDown(base: Filter, conditions: readonly ExprNode[]): ExprNode | undefined {
  const {root, all} = unchain(base)
  if (root.type !== 'Everything') return undefined
  return rewriteFilter(root, [...all, ...conditions])
}

function unchain(node: ExprNode): {root: ExprNode; all: ExprNode[]} {
  if (node.type !== 'Filter') return {root: node, all: []}
  const {root, all} = unchain(node.base)
  return {root, all: [...all, node.expr]}
}

function chain(base: ExprNode, conditions: readonly ExprNode[]): ExprNode {
  return conditions.reduce((inner, expr): ExprNode => ({type: 'Filter', base: inner, expr}), base)
}

/** In this order: the look-up that leaves least. */
const LOOK_UPS = [idLookUp, referenceLookUp, typeLookUp]

function firstLookUp(conditions: readonly ExprNode[]): {node: ExprNode; index: number} | undefined {
  for (const lookUp of LOOK_UPS) {
    for (const [index, condition] of conditions.entries()) {
      const node = lookUp(condition)
      if (node) return {node, index}
    }
  }
  return undefined
}

function idLookUp(condition: ExprNode): ExprNode | undefined {
  return equality(condition, '_id', byId) ?? membership(condition, '_id', byIds)
}

function typeLookUp(condition: ExprNode): ExprNode | undefined {
  return equality(condition, '_type', byType) ?? membership(condition, '_type', byTypes)
}

function referenceLookUp(condition: ExprNode): ExprNode | undefined {
  if (
    condition.type !== 'FuncCall' ||
    condition.namespace !== 'global' ||
    condition.name !== 'references'
  )
    return undefined
  const [target, ...more] = condition.args
  const outside = target && more.length === 0 ? fromOutside(target) : undefined
  if (!outside) return undefined
  const isKnown = outside.type === 'Value'
  return isKnown || yieldsText(outside) ? referencing(outside) : undefined
}

function equality(
  condition: ExprNode,
  name: string,
  lookUp: (value: ExprNode) => ExprNode,
): ExprNode | undefined {
  if (condition.type !== 'OpCall' || condition.op !== '==') return undefined
  const {left, right} = condition
  const other = isOwn(left, name) ? right : isOwn(right, name) ? left : undefined
  const outside = other && fromOutside(other)
  return outside && lookUp(outside)
}

function membership(
  condition: ExprNode,
  name: string,
  lookUp: (values: readonly unknown[]) => ExprNode,
): ExprNode | undefined {
  if (condition.type !== 'OpCall' || condition.op !== 'in' || !isOwn(condition.left, name))
    return undefined
  const values = knownList(condition.right)
  return values && lookUp(values)
}

function knownList(node: ExprNode): readonly unknown[] | undefined {
  if (node.type === 'Value') return Array.isArray(node.value) ? node.value : undefined
  if (node.type !== 'Array') return undefined
  const values = node.elements.map(({value, isSplat}) =>
    value.type === 'Value' && !isSplat ? [value.value] : undefined,
  )
  return values.every((value) => value !== undefined) ? values.flat(1) : undefined
}

const isOwn = (node: ExprNode, name: string): boolean =>
  node.type === 'AccessAttribute' && node.name === name && (!node.base || node.base.type === 'This')

/** References take text or a list; only what is text for certain can be made part of a key. */
function yieldsText(node: ExprNode): boolean {
  return node.type === 'AccessAttribute' && (node.name === '_id' || node.name === '_ref')
}

/**
 * The same value as seen from outside the filter: `^` counts one step less there. `undefined` when the value depends on
 * the document that is filtered.
 */
function fromOutside(node: ExprNode): ExprNode | undefined {
  switch (node.type) {
    case 'Value':
      return node
    case 'Group':
      return fromOutside(node.base)
    case 'Parent':
      return node.n > 1 ? {...node, n: node.n - 1} : {type: 'This'}
    case 'AccessAttribute': {
      const base = node.base && fromOutside(node.base)
      return base && {...node, base}
    }
    case 'OpCall': {
      const left = fromOutside(node.left)
      const right = fromOutside(node.right)
      return node.op === '+' && left && right ? {...node, left, right} : undefined
    }
    default:
      return undefined
  }
}

/** `… match text::query(x)` asks the whole document, whatever stands on the left. */
function textMatch(node: ExprNode): ExprNode | undefined {
  if (node.type !== 'OpCall' || node.op !== 'match') return undefined
  const {right} = node
  if (right.type !== 'FuncCall' || right.name !== 'split') return undefined
  const [mark, search] = right.args
  return mark?.type === 'Value' && mark.value === TEXT_QUERY_MARK && search
    ? matchingText(search)
    : undefined
}
