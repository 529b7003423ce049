import type {Key} from '../documentView.ts'
import type {LookUp} from '../candidates.ts'
import type {LakeDocument} from '../../storage/storage.ts'
import type {Compiler} from './compiler.ts'
import {nestedScope, type Closure, type Scope} from './scope.ts'
import {step} from '../timeLimit.ts'
import {PathPattern} from './special.ts'

const NONE: readonly LakeDocument[] = []

/** The documents that a look-up names, each once, in no order. */
export function documentLookUp(
  {keys}: LookUp,
  {compile}: Compiler,
): (scope: Scope) => readonly LakeDocument[] {
  const ways = keys.map(({by, isList, value}) => way(by, isList, compile(value)))
  const [only, ...more] = ways
  // The keys do not ask about the document that is filtered, and stand where they would.
  if (only && more.length === 0) return (scope) => only(nestedScope(scope, null))
  return (scope) => {
    const inner = nestedScope(scope, null)
    return [...new Set(ways.flatMap((found) => found(inner)))]
  }
}

type Way = (scope: Scope) => readonly LakeDocument[]

function way(by: Key, isList: boolean, value: Closure): Way {
  if (by === 'reference') return (scope) => named(by, [value(scope)].flat(), scope)
  if (!isList) return (scope) => one(by, value(scope), scope)
  return (scope) => {
    const list = value(scope)
    if (Array.isArray(list)) return named(by, list, scope)
    if (!(list instanceof PathPattern)) return NONE
    const field = by === 'id' ? '_id' : '_type'
    return scope.run.view.all().filter((document) => PathPattern.matches(list, document[field]))
  }
}

function named(by: Key, names: readonly unknown[], scope: Scope): readonly LakeDocument[] {
  if (names.length === 1) return one(by, names[0], scope)
  const found = Array.from(new Set(names), (name) => {
    step()
    return one(by, name, scope)
  })
  return [...new Set(found.flat())]
}

function one(by: Key, name: unknown, {run: {view}}: Scope): readonly LakeDocument[] {
  if (typeof name !== 'string') return NONE
  if (by === 'type') return view.byType(name)
  if (by === 'reference') return view.referencing(name)
  const document = view.get(name)
  return document ? [document] : NONE
}
