import type {ExprNode} from 'groq-js'
import {step} from '../timeLimit.ts'
import type {NodeOf} from '../tree.ts'
import type {Compiler} from './compiler.ts'
import {matcher} from './match.ts'
import {matchScore} from './matching.ts'
import {nestedScope, type Closure, type Scope} from './scope.ts'
import {searchOf} from './search.ts'
import {isObject} from './values.ts'

type Score = (scope: Scope) => number

export function score({base, args}: NodeOf<'PipeFuncCall'>, compiler: Compiler): Closure {
  const list = compiler.compile(base)
  const scores = args.map((arg) => scoreOf(arg, compiler))
  return (scope) => {
    const items: unknown = list(scope)
    if (!Array.isArray(items)) return null
    const inner = nestedScope(scope, null)
    const scored = items.filter(isObject).map((value) => {
      step()
      inner.value = value
      const before = typeof value._score === 'number' ? value._score : 0
      return {...value, _score: scores.reduce((sum, part) => sum + part(inner), before)}
    })
    return scored.toSorted((a, b) => {
      step()
      return b._score - a._score
    })
  }
}

function scoreOf(node: ExprNode, compiler: Compiler): Score {
  switch (node.type) {
    case 'Or':
      return both(node, compiler, (left, right) => left + right)
    case 'And':
      return both(node, compiler, (left, right) => (left === 0 || right === 0 ? 0 : left + right))
    case 'FuncCall':
      return node.name === 'boost' ? boost(node.args, compiler) : truth(node, compiler)
    case 'OpCall':
      return node.op === 'match' && !searchOf(node)
        ? matcher(node, compiler, matchScore)
        : truth(node, compiler)
    default:
      return truth(node, compiler)
  }
}

function both(
  {left, right}: NodeOf<'And' | 'Or'>,
  compiler: Compiler,
  sum: (left: number, right: number) => number,
): Score {
  const [one, other] = [scoreOf(left, compiler), scoreOf(right, compiler)]
  return (scope) => sum(one(scope), other(scope))
}

function boost([what, by]: readonly ExprNode[], compiler: Compiler): Score {
  if (!what || !by) return () => 0
  const [inner, amount] = [scoreOf(what, compiler), compiler.compile(by)]
  return (scope) => {
    const plain = inner(scope)
    const more = amount(scope)
    return typeof more === 'number' && plain > 0 ? plain + more : 0
  }
}

function truth(node: ExprNode, {test}: Compiler): Score {
  const holds = test(node)
  return (scope) => Number(holds(scope))
}
