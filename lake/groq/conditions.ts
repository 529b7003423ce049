import type {ExprNode} from 'groq-js'
import {someNode, valueNode, withoutGroup} from './tree.ts'

/** A filter passes only what is `true`, so that `[a && b]` and `[a][b]` pass the same. */
export function conjuncts(condition: ExprNode): ExprNode[] {
  const node = withoutGroup(condition)
  return node.type === 'And' ? [...conjuncts(node.left), ...conjuncts(node.right)] : [node]
}

/**
 * A condition that is `true` for the same values and asks for its right side only where that decides. Only for filters:
 * it does not tell `false` from `null`.
 */
export function shortCircuit(condition: ExprNode): ExprNode {
  const node = withoutGroup(condition)
  if (node.type === 'And') return select(shortCircuit(node.left), shortCircuit(node.right))
  if (node.type === 'Or') {
    return select(shortCircuit(node.left), valueNode(true), shortCircuit(node.right))
  }
  return node
}

function select(condition: ExprNode, value: ExprNode, fallback?: ExprNode): ExprNode {
  const alternatives = [{type: 'SelectAlternative' as const, condition, value}]
  return {type: 'Select', alternatives, ...(fallback ? {fallback} : {})}
}

/** Those that look at the value alone first, then those that follow references, then those that ask all documents. */
export function cheapFirst(conditions: readonly ExprNode[]): ExprNode[] {
  return conditions.toSorted((a, b) => cost(a) - cost(b))
}

function cost(node: ExprNode): number {
  if (someNode(node, ({type}) => type === 'Everything')) return 2
  return someNode(node, ({type}) => type === 'Deref') ? 1 : 0
}
