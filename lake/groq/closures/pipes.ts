import type {ExprNode} from 'groq-js'
import {step} from '../timeLimit.ts'
import type {NodeOf} from '../tree.ts'
import {UnknownNode, type Compiler} from './compiler.ts'
import {score} from './score.ts'
import {nestedScope, type Closure} from './scope.ts'
import {totalCompare} from './values.ts'

export function pipe(node: NodeOf<'PipeFuncCall'>, compiler: Compiler): Closure {
  switch (node.name) {
    case 'order':
      return order(node, compiler)
    case 'score':
      return score(node, compiler)
    default:
      throw new UnknownNode(node.name)
  }
}

interface Sorted {
  value: unknown
  index: number
  keys: unknown[]
}

function order({base, args}: NodeOf<'PipeFuncCall'>, {compile}: Compiler): Closure {
  const list = compile(base)
  const keys = args.map((arg) => sortKey(arg, compile))
  const compare = (a: Sorted, b: Sorted): number => {
    step()
    for (const [at, {isDescending}] of keys.entries()) {
      const ascending = totalCompare(a.keys[at], b.keys[at])
      if (ascending !== 0) return isDescending ? -ascending : ascending
    }
    return a.index - b.index
  }
  return (scope) => {
    const items: unknown = list(scope)
    if (!Array.isArray(items)) return null
    const inner = nestedScope(scope, null)
    const sorted = items.map((value: unknown, index): Sorted => {
      step()
      inner.value = value
      return {value, index, keys: keys.map(({key}) => key(inner))}
    })
    return sorted.toSorted(compare).map(({value}) => value)
  }
}

function sortKey(
  node: ExprNode,
  compile: Compiler['compile'],
): {key: Closure; isDescending: boolean} {
  const isMarked = node.type === 'Desc' || node.type === 'Asc'
  return {key: compile(isMarked ? node.base : node), isDescending: node.type === 'Desc'}
}
