import type {ExprNode} from 'groq-js'
import {lookUpFor, type LookUp} from './candidates.ts'
import {cheapFirst, conjuncts} from './conditions.ts'
import {withoutGroup, type NodeOf} from './tree.ts'

/** A chain of filters, in the order in which it is asked soonest. */
export interface FilterPlan {
  /** Where the values come from. */
  root: ExprNode
  /** Stands in for the root, which is then all documents. */
  lookUp: LookUp | undefined
  /** A value passes that meets all of them. */
  conditions: readonly ExprNode[]
}

/** Consecutive filters may be asked in any order: each depends on the value alone. */
export function planFilter(node: NodeOf<'Filter'>): FilterPlan {
  const {root, conditions} = unchain(node)
  const choice = root.type === 'Everything' ? bestLookUp(conditions) : undefined
  const rest = choice?.lookUp.isExact ? conditions.toSpliced(choice.index, 1) : conditions
  return {root, lookUp: choice?.lookUp, conditions: cheapFirst(rest)}
}

function unchain(node: ExprNode): {root: ExprNode; conditions: ExprNode[]} {
  const plain = withoutGroup(node)
  if (plain.type !== 'Filter') return {root: plain, conditions: []}
  const {root, conditions} = unchain(plain.base)
  return {root, conditions: [...conditions, ...conjuncts(plain.expr)]}
}

function bestLookUp(conditions: readonly ExprNode[]): {lookUp: LookUp; index: number} | undefined {
  const [best] = conditions
    .flatMap((condition, index) => {
      const lookUp = lookUpFor(condition)
      return lookUp ? [{lookUp, index}] : []
    })
    .toSorted((a, b) => a.lookUp.rank - b.lookUp.rank)
  return best
}
