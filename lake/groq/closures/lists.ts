import type {DocumentView} from '../documentView.ts'
import {inOrder} from '../documentView.ts'
import {planFilter} from '../planFilter.ts'
import type {LakeDocument} from '../../storage/storage.ts'
import {step} from '../timeLimit.ts'
import {literalList, type NodeOf} from '../tree.ts'
import type {Compiler} from './compiler.ts'
import {documentLookUp} from './documentLookUp.ts'
import {hiddenScope, nestedScope, type Closure, type Scope, type Test} from './scope.ts'

type Filter = NodeOf<'Filter'>

interface Source<T> {
  items: (scope: Scope) => readonly T[] | null
  passes: Test
}

type Filtered = {documents: Source<LakeDocument>} | {values: Source<unknown>}

/** A chain of filters as one: where the values come from, and what all of them must meet. */
function filtered(node: Filter, compiler: Compiler): Filtered {
  const {root, lookUp, conditions} = planFilter(node)
  const passes = every(conditions.map(compiler.test))
  if (lookUp) return {documents: {items: documentLookUp(lookUp, compiler), passes}}
  if (root.type === 'Everything') return {documents: {items: ({run}) => run.view.all(), passes}}
  const base = compiler.compile(root)
  const items = (scope: Scope): readonly unknown[] | null => {
    const list = base(scope)
    return Array.isArray(list) ? list : null
  }
  return {values: {items, passes}}
}

function every(tests: readonly Test[]): Test {
  const [first, second, ...rest] = tests
  if (!first) return () => true
  if (!second) return first
  const others = every([second, ...rest])
  return (scope) => first(scope) && others(scope)
}

/** Documents are put in order only after the filter, which lets through a few of them. */
export function filter(node: Filter, compiler: Compiler): Closure {
  const source = filtered(node, compiler)
  if ('values' in source) return (scope) => pick(source.values, scope)
  return (scope) => inOrder(pick(source.documents, scope) ?? [])
}

function pick<T>({items, passes}: Source<T>, scope: Scope): T[] | null {
  const list = items(scope)
  if (!list) return null
  const inner = nestedScope(scope, null)
  const passed: T[] = []
  for (const item of list) {
    step()
    inner.value = item
    if (passes(inner)) passed.push(item)
  }
  return passed
}

/** `count(…[…])`, without the list. */
export function countOfFilter(node: Filter, compiler: Compiler): Closure {
  const source = filtered(node, compiler)
  const {items, passes} = 'values' in source ? source.values : source.documents
  return (scope) => {
    const list = items(scope)
    if (!list) return null
    const inner = nestedScope(scope, null)
    let count = 0
    for (const item of list) {
      step()
      inner.value = item
      if (passes(inner)) count += 1
    }
    return count
  }
}

export const everything: Closure = ({run}) => run.view.inOrder()

const RELEASE = 'system.release'
export const releases: Closure = ({run}) => releasesIn(run.view)
const releasesIn = (view: DocumentView): LakeDocument[] => inOrder(view.byType(RELEASE))

export function map({base, expr}: NodeOf<'Map'>, {compile}: Compiler): Closure {
  const [list, value] = [compile(base), compile(expr)]
  return (scope) => {
    const items = list(scope)
    if (!Array.isArray(items)) return null
    const inner = hiddenScope(scope, null)
    const result: unknown[] = []
    for (const item of items) {
      step()
      inner.value = item
      result.push(value(inner))
    }
    return result
  }
}

export function flatMap({base, expr}: NodeOf<'FlatMap'>, {compile}: Compiler): Closure {
  const [list, value] = [compile(base), compile(expr)]
  return (scope) => {
    const items = list(scope)
    if (!Array.isArray(items)) return null
    const inner = hiddenScope(scope, null)
    const result: unknown[] = []
    for (const item of items) {
      inner.value = item
      append(result, value(inner))
    }
    return result
  }
}

export function array(node: NodeOf<'Array'>, {compile}: Compiler): Closure {
  const literal = literalList(node)
  if (literal) return () => literal
  const parts = node.elements.map(({value, isSplat}) => ({value: compile(value), isSplat}))
  return (scope) => {
    const result: unknown[] = []
    for (const {value, isSplat} of parts) {
      const item = value(scope)
      if (!isSplat) result.push(item)
      else if (Array.isArray(item)) append(result, item)
    }
    return result
  }
}

/** The elements of a list, or a value that is none. */
function append(result: unknown[], value: unknown): void {
  step()
  if (!Array.isArray(value)) {
    result.push(value)
    return
  }
  for (const item of value) {
    step()
    result.push(item)
  }
}
