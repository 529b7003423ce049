import type {DocumentView} from '../documentView.ts'
import type {Instant} from './special.ts'

/** One evaluation of a query. */
export interface Run {
  view: DocumentView
  params: Readonly<Record<string, unknown>>
  now: Date
  /** Account id, for `identity()`. */
  identity: string
  /** Texts that were read as moments. */
  moments: Map<string, Instant | null>
}

export const createRun = (of: Omit<Run, 'moments'>): Run => ({...of, moments: new Map()})

/** Where a part of a query is evaluated. A loop moves its one scope from value to value: nobody may keep one. */
export interface Scope {
  readonly run: Run
  value: unknown
  /** What `^` leads to. */
  readonly parent: Scope | undefined
  /** `^` passes over it, as over the elements of `a[].b`. */
  readonly isHidden: boolean
}

/** A part of a query, compiled; gives `null`, never `undefined`. */
export type Closure = (scope: Scope) => unknown

/** A condition, of which matters only whether it is `true`. */
export type Test = (scope: Scope) => boolean

export const rootScope = (run: Run): Scope => ({
  run,
  value: null,
  parent: undefined,
  isHidden: false,
})

export const nestedScope = (scope: Scope, value: unknown): Scope => ({
  run: scope.run,
  value,
  parent: scope.isHidden ? scope.parent : scope,
  isHidden: false,
})

export const hiddenScope = (scope: Scope, value: unknown): Scope => ({
  run: scope.run,
  value,
  parent: scope.isHidden ? scope.parent : scope,
  isHidden: true,
})

/** What a closure remembers within a run: it outlives the run, and must not keep what it was asked about. */
export function memoryOf<T extends object>(create: () => T): (run: Run) => T {
  const memories = new WeakMap<Run, T>()
  return (run) => {
    const known = memories.get(run)
    if (known) return known
    const memory = create()
    memories.set(run, memory)
    return memory
  }
}

/** A closure that does not depend on the scope, asked once in a run. */
export function oncePerRun(closure: Closure): Closure {
  const memory = memoryOf((): {value?: unknown} => ({}))
  return (scope) => {
    const known = memory(scope.run)
    if (!('value' in known)) known.value = closure(scope)
    return known.value
  }
}
