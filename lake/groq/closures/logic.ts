import type {ExprNode} from 'groq-js'
import type {NodeOf} from '../tree.ts'
import type {Compiler} from './compiler.ts'
import type {Closure, Test} from './scope.ts'
import {isEqual} from './values.ts'

export function and({left, right}: NodeOf<'And'>, {compile}: Compiler): Closure {
  const [first, second] = [compile(left), compile(right)]
  return (scope) => {
    const one = first(scope)
    if (one === false) return false
    const other = second(scope)
    if (other === false) return false
    return one === true && other === true ? true : null
  }
}

export function or({left, right}: NodeOf<'Or'>, {compile}: Compiler): Closure {
  const [first, second] = [compile(left), compile(right)]
  return (scope) => {
    const one = first(scope)
    if (one === true) return true
    const other = second(scope)
    if (other === true) return true
    return one === false && other === false ? false : null
  }
}

export function not({base}: NodeOf<'Not'>, {compile}: Compiler): Closure {
  const value = compile(base)
  return (scope) => {
    const truth = value(scope)
    return typeof truth === 'boolean' ? !truth : null
  }
}

export function select({alternatives, fallback}: NodeOf<'Select'>, compiler: Compiler): Closure {
  const choices = alternatives.map(({condition, value}) => ({
    holds: compiler.test(condition),
    value: compiler.compile(value),
  }))
  const otherwise = fallback ? compiler.compile(fallback) : () => null
  return (scope) => {
    for (const {holds, value} of choices) if (holds(scope)) return value(scope)
    return otherwise(scope)
  }
}

/** Whether a condition is `true`; asks for a right side only where that decides. */
export function test(node: ExprNode, {compile, test: holds}: Compiler): Test {
  switch (node.type) {
    case 'Group':
      return holds(node.base)
    case 'And': {
      const [left, right] = [holds(node.left), holds(node.right)]
      return (scope) => left(scope) && right(scope)
    }
    case 'Or': {
      const [left, right] = [holds(node.left), holds(node.right)]
      return (scope) => left(scope) || right(scope)
    }
    case 'Not': {
      const value = compile(node.base)
      return (scope) => value(scope) === false
    }
    case 'OpCall':
      if (node.op === '==') {
        const [left, right] = [compile(node.left), compile(node.right)]
        return (scope) => isEqual(left(scope), right(scope))
      }
      break
    default:
  }
  const value = compile(node)
  return (scope) => value(scope) === true
}
