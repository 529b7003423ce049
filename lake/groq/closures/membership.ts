import type {ExprNode} from 'groq-js'
import {step} from '../timeLimit.ts'
import {literalList, withoutGroup, type NodeOf} from '../tree.ts'
import type {Compiler} from './compiler.ts'
import type {Closure} from './scope.ts'
import {PathPattern} from './special.ts'
import {isEqual} from './values.ts'

/** A shorter list is gone through sooner than looked up. */
const LONG = 16

/** `in`: whether a list holds a value, or a path a text. */
export function membership({left, right}: NodeOf<'OpCall'>, {compile}: Compiler): Closure {
  const [value, list] = [compile(left), compile(right)]
  const holds = isSameAlways(right) ? isInKnown : isIn
  return (scope) => holds(value(scope), list(scope))
}

/** Whether a part of a query gives the very same list for every document. */
function isSameAlways(part: ExprNode): boolean {
  const node = withoutGroup(part)
  return node.type === 'Parameter' || node.type === 'Value' || literalList(node) !== undefined
}

function isIn(left: unknown, right: unknown): unknown {
  if (Array.isArray(right)) {
    for (const item of right) {
      step()
      if (isEqual(left, item)) return true
    }
    return false
  }
  if (!(right instanceof PathPattern)) return null
  return typeof left === 'string' ? PathPattern.matches(right, left) : null
}

/** The same of a list that comes again and again, in which a text, or a field that is missing, is looked up. */
function isInKnown(left: unknown, right: unknown): unknown {
  const isLookedUp = typeof left === 'string' || left === null
  if (!isLookedUp || !Array.isArray(right) || right.length < LONG) return isIn(left, right)
  step()
  return itemsOf(right).has(left)
}

/** By the list itself, which nobody changes: parameters and literals stay what they are. */
const known = new WeakMap<readonly unknown[], ReadonlySet<unknown>>()

function itemsOf(list: readonly unknown[]): ReadonlySet<unknown> {
  const before = known.get(list)
  if (before) return before
  const items = new Set<unknown>()
  for (const item of list) {
    step()
    items.add(item ?? null)
  }
  known.set(list, items)
  return items
}
