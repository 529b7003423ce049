import type {ExprNode} from 'groq-js'
import {candidateFor, type Candidate} from './candidates.ts'
import {cheapFirst, conjuncts, shortCircuit} from './conditions.ts'
import {byKeys, everything} from './lookUps.ts'
import {searchMatch} from './searchMatch.ts'
import {guarded} from './timeLimit.ts'
import {mapChildren, withoutGroup} from './tree.ts'

/**
 * A tree that gives the same result sooner: conjunctions become chained filters, of which a later one is only asked of
 * what an earlier one let through, conditions on all documents become look-ups, and every step watches the clock.
 */
export const compileQuery = (tree: ExprNode): ExprNode => compile(tree, false)

/** `hidden`: the node is evaluated in a scope that `^` passes over. */
function compile(node: ExprNode, hidden: boolean): ExprNode {
  switch (node.type) {
    case 'Everything':
      return everything()
    case 'Filter':
      return compileFilter(node, hidden)
    case 'Map':
    case 'FlatMap':
      return {...node, base: compile(node.base, hidden), expr: guarded(compile(node.expr, true))}
    case 'FuncCall':
      if (node.namespace === 'releases') return byKeys([{by: 'type', values: ['system.release']}])
      return compileChildren(node, hidden)
    default:
      return compileChildren(searchMatch(node) ?? node, hidden)
  }
}

function compileChildren(node: ExprNode, hidden: boolean): ExprNode {
  return mapChildren(node, (child, scope) =>
    compile(child, scope === 'same' ? hidden : scope === 'hidden'),
  )
}

type Filter = Extract<ExprNode, {type: 'Filter'}>

/** Consecutive filters may be asked in any order: each depends on the value alone. */
function compileFilter(node: Filter, hidden: boolean): ExprNode {
  const {root, conditions} = unchain(node)
  const isAll = withoutGroup(root).type === 'Everything'
  const choice = isAll ? bestCandidate(conditions, hidden) : undefined
  const rest = choice?.exact ? conditions.toSpliced(choice.index, 1) : conditions
  return cheapFirst(rest).reduce<ExprNode>(
    (base, condition) => ({
      type: 'Filter',
      base,
      expr: guarded(shortCircuit(compile(condition, false))),
    }),
    compile(choice?.documents ?? root, hidden),
  )
}

function unchain(node: ExprNode): {root: ExprNode; conditions: ExprNode[]} {
  if (node.type !== 'Filter') return {root: node, conditions: []}
  const {root, conditions} = unchain(node.base)
  return {root, conditions: [...conditions, ...conjuncts(node.expr)]}
}

function bestCandidate(
  conditions: readonly ExprNode[],
  hidden: boolean,
): (Candidate & {index: number}) | undefined {
  const [best] = conditions
    .flatMap((condition, index) => {
      const candidate = candidateFor(condition, hidden)
      return candidate ? [{...candidate, index}] : []
    })
    .toSorted((a, b) => a.rank - b.rank)
  return best
}
