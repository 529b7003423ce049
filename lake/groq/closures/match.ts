import type {NodeOf} from '../tree.ts'
import type {Compiler} from './compiler.ts'
import {patternOf, type Pattern} from './matching.ts'
import type {Scope} from './scope.ts'

/** Asks a text about a pattern, which is read anew only when it is another one. */
export function matcher<T>(
  {left, right}: NodeOf<'OpCall'>,
  {compile}: Compiler,
  ask: (text: unknown, pattern: Pattern) => T,
): (scope: Scope) => T {
  const [text, wanted] = [compile(left), compile(right)]
  let last: unknown
  let pattern: Pattern = {terms: [], isWhole: false}
  return (scope) => {
    const value = wanted(scope)
    if (value !== last) {
      pattern = patternOf(value)
      last = value
    }
    return ask(text(scope), pattern)
  }
}
