import type {ExprNode} from 'groq-js'
import {ITEMS_IN_A_STEP, step} from '../timeLimit.ts'
import {isBareField, withoutGroup, type NodeOf} from '../tree.ts'
import type {Compiler} from './compiler.ts'
import {memoryOf, nestedScope, type Closure, type Scope} from './scope.ts'
import {fieldReader, isObject} from './values.ts'

export function parent(count: number): Closure {
  return (scope) => {
    let current: Scope | undefined = scope
    for (let at = 0; at < count && current; at++) current = current.parent
    return current ? current.value : null
  }
}

export function attribute(node: NodeOf<'AccessAttribute'>, compiler: Compiler): Closure {
  const read = fieldReader(node.name)
  if (!node.base || node.base.type === 'This') return ({value}) => read(value)
  const projected = attributeOfProjection(node.base, node.name, compiler)
  if (projected) return projected
  const base = compiler.compile(node.base)
  return (scope) => read(base(scope))
}

/** Of `{"a": …, "b": …}.a` only `a` is made. */
function attributeOfProjection(
  base: ExprNode,
  name: string,
  {compile}: Compiler,
): Closure | undefined {
  const projection = withoutGroup(base)
  if (projection.type !== 'Projection' || projection.expr.type !== 'Object') return undefined
  const values = projection.expr.attributes.map((part) =>
    part.type === 'ObjectAttributeValue' ? part : undefined,
  )
  if (values.includes(undefined)) return undefined
  const wanted = values.findLast((part) => part?.name === name)
  if (!wanted) return undefined
  const [object, value] = [compile(projection.base), compile(wanted.value)]
  return (scope) => {
    const inner = object(scope)
    return isObject(inner) ? value(nestedScope(scope, inner)) : null
  }
}

export function element({base, index}: NodeOf<'AccessElement'>, {compile}: Compiler): Closure {
  const list = compile(base)
  return (scope) => {
    const items = list(scope)
    if (!Array.isArray(items)) return null
    const item: unknown = items[index < 0 ? index + items.length : index]
    return item ?? null
  }
}

export function slice(node: NodeOf<'Slice'>, {compile}: Compiler): Closure {
  const list = compile(node.base)
  return (scope) => {
    const items = list(scope)
    if (!Array.isArray(items)) return null
    const fromEnd = (index: number): number => (index < 0 ? items.length + index : index)
    const end = fromEnd(node.right) + (node.isInclusive ? 1 : 0)
    const part = items.slice(Math.max(0, fromEnd(node.left)), Math.max(0, end))
    step(part.length / ITEMS_IN_A_STEP)
    return part
  }
}

export function arrayCoerce({base}: NodeOf<'ArrayCoerce'>, {compile}: Compiler): Closure {
  const list = compile(base)
  return (scope) => {
    const items = list(scope)
    return Array.isArray(items) ? items : null
  }
}

/** `x->`. Where `x` is a field, all mentions of it share one answer for the value at hand. */
export function dereference({base}: NodeOf<'Deref'>, compiler: Compiler): Closure {
  if (isBareField(base)) return compiler.shared(`${base.name}->`, () => remembering(base.name))
  const reference = compiler.compile(base)
  return (scope) => follow(reference(scope), scope)
}

function remembering(field: string): Closure {
  const read = fieldReader(field)
  const memory = memoryOf((): {of: unknown; found: unknown} => ({of: undefined, found: null}))
  return (scope) => {
    const {value, run} = scope
    const last = memory(run)
    if (value === last.of) return last.found
    last.found = follow(read(value), scope)
    last.of = value
    return last.found
  }
}

const readReference = fieldReader('_ref')

function follow(reference: unknown, {run}: Scope): unknown {
  const id = readReference(reference)
  return typeof id === 'string' ? (run.view.get(id) ?? null) : null
}
