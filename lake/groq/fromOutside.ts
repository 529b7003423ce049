import type {ExprNode} from 'groq-js'
import {mapChildren, type ChildScope} from './tree.ts'

/** Functions that ask about the value at hand without naming it. */
const OWN = new Set(['references', 'versionOf', 'partOfRelease', 'anywhere'])

interface Place {
  /** How many steps of `^` lead back to the filtered document. */
  depth: number
  hidden: boolean
}

/**
 * The same value as seen from outside of a filter, where `^` counts one step less; `undefined` when it depends on the
 * document that is filtered.
 */
export function fromOutside(node: ExprNode): ExprNode | undefined {
  let depends = false
  const move = (inner: ExprNode, place: Place): ExprNode => {
    if (readsDocument(inner, place)) depends = true
    if (inner.type === 'Parent') return inner.n > place.depth ? {...inner, n: inner.n - 1} : inner
    return mapChildren(inner, (child, scope) => move(child, enter(place, scope)))
  }
  const moved = move(node, {depth: 0, hidden: false})
  return depends ? undefined : moved
}

function enter({depth, hidden}: Place, scope: ChildScope): Place {
  if (scope === 'same') return {depth, hidden}
  return {depth: hidden ? depth : depth + 1, hidden: scope === 'hidden'}
}

function readsDocument(node: ExprNode, {depth}: Place): boolean {
  if (node.type === 'Parent') return node.n === depth
  if (depth > 0) return false
  return node.type === 'This' || isBareField(node) || isOwnCall(node)
}

const isBareField = (node: ExprNode): boolean =>
  node.type === 'AccessAttribute' && node.base === undefined

const isOwnCall = (node: ExprNode): boolean => node.type === 'FuncCall' && OWN.has(node.name)
