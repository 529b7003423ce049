import type {ExprNode} from 'groq-js'
import type {NodeOf} from '../tree.ts'
import type {Compiler} from './compiler.ts'
import {nestedScope, type Closure, type Scope} from './scope.ts'
import {isObject} from './values.ts'

type Fields = Record<string, unknown>
type Part = (result: Fields, scope: Scope) => void

export function object({attributes}: NodeOf<'Object'>, compiler: Compiler): Closure {
  const parts = attributes.map((attribute): Part => {
    switch (attribute.type) {
      case 'ObjectAttributeValue':
        return field(attribute.name, compiler.compile(attribute.value))
      case 'ObjectConditionalSplat':
        return conditional(compiler.test(attribute.condition), splat(attribute.value, compiler))
      default:
        return splat(attribute.value, compiler)
    }
  })
  return (scope) => {
    const result: Fields = {}
    for (const part of parts) part(result, scope)
    return result
  }
}

function field(name: string, value: Closure): Part {
  if (name === '__proto__') return (result, scope) => define(result, name, value(scope))
  return (result, scope) => {
    result[name] = value(scope)
  }
}

/** Assigning to `__proto__` would change what the object is, not what it holds. */
function define(result: Fields, name: string, value: unknown): void {
  Object.defineProperty(result, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  })
}

function conditional(holds: (scope: Scope) => boolean, part: Part): Part {
  return (result, scope) => {
    if (holds(scope)) part(result, scope)
  }
}

function splat(node: ExprNode, {compile}: Compiler): Part {
  const value = compile(node)
  return (result, scope) => {
    const fields = value(scope)
    if (!isObject(fields)) return
    if (!Object.hasOwn(fields, '__proto__')) {
      Object.assign(result, fields)
      return
    }
    for (const [name, item] of Object.entries(fields)) define(result, name, item)
  }
}

export function projection({base, expr}: NodeOf<'Projection'>, {compile}: Compiler): Closure {
  const [whole, value] = [compile(base), compile(expr)]
  return (scope) => {
    const inner = whole(scope)
    return isObject(inner) ? value(nestedScope(scope, inner)) : null
  }
}
