import type {ExprNode} from 'groq-js'
import {someNode, withoutGroup} from './tree.ts'

/** A filter passes only what is `true`, so that `[a && b]` and `[a][b]` pass the same. */
export function conjuncts(condition: ExprNode): ExprNode[] {
  const node = withoutGroup(condition)
  return node.type === 'And' ? [...conjuncts(node.left), ...conjuncts(node.right)] : [node]
}

/**
 * Those that look at the value alone first, then those that follow references, go through lists and ask all documents,
 * and last those that may be an error, which none may be of whom another condition keeps it.
 */
export function cheapFirst(conditions: readonly ExprNode[]): ExprNode[] {
  const costs = new Map(conditions.map((condition) => [condition, cost(condition)]))
  return conditions.toSorted((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0))
}

const REFERENCE = 1
const LIST = 2
const DOCUMENTS = 4
const ERROR = 8

/** The sum of the kinds of work in it, each once. */
function cost(condition: ExprNode): number {
  let kinds = 0
  someNode(condition, (node) => {
    kinds |= kindOf(node)
    return false
  })
  return kinds
}

const LISTS = new Set(['Filter', 'Map', 'FlatMap', 'PipeFuncCall'])
const SAFE = new Set(['global', 'string', 'array', 'pt', 'sanity', 'math', 'dateTime', 'releases'])

function kindOf(node: ExprNode): number {
  if (node.type === 'FuncCall') {
    if (node.name === 'round' || !SAFE.has(node.namespace)) return ERROR
    return node.namespace === 'releases' ? DOCUMENTS : 0
  }
  if (node.type === 'Everything') return DOCUMENTS
  if (node.type === 'Deref') return REFERENCE
  return LISTS.has(node.type) ? LIST : 0
}
