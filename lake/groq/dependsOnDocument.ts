import type {ExprNode} from 'groq-js'
import {isBareField, mapChildren, type ChildScope} from './tree.ts'

/** Functions that ask about the value at hand without naming it. */
const OWN = new Set(['references', 'versionOf', 'partOfRelease', 'anywhere'])

interface Place {
  /** How many steps of `^` lead back to the filtered document. */
  depth: number
  isHidden: boolean
}

/** Whether a part of a filter's condition has another value for another document. */
export function dependsOnDocument(condition: ExprNode): boolean {
  let depends = false
  const visit = (node: ExprNode, place: Place): ExprNode => {
    if (readsDocument(node, place)) depends = true
    return mapChildren(node, (child, scope) => visit(child, enter(place, scope)))
  }
  visit(condition, {depth: 0, isHidden: false})
  return depends
}

function enter({depth, isHidden}: Place, scope: ChildScope): Place {
  if (scope === 'same') return {depth, isHidden}
  return {depth: isHidden ? depth : depth + 1, isHidden: scope === 'hidden'}
}

function readsDocument(node: ExprNode, {depth}: Place): boolean {
  if (node.type === 'Parent') return node.n === depth
  if (depth > 0) return false
  return node.type === 'This' || isBareField(node) || isOwnCall(node)
}

const isOwnCall = (node: ExprNode): boolean => node.type === 'FuncCall' && OWN.has(node.name)
