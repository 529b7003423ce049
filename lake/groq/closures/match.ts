import type {NodeOf} from '../tree.ts'
import type {Compiler} from './compiler.ts'
import {patternOf, type Pattern} from './matching.ts'
import {memoryOf, type Scope} from './scope.ts'

/** Asks a text about a pattern, which is read anew only when it is another one. */
export function matcher<T>(
  {left, right}: NodeOf<'OpCall'>,
  {compile}: Compiler,
  ask: (text: unknown, pattern: Pattern) => T,
): (scope: Scope) => T {
  const [text, wanted] = [compile(left), compile(right)]
  const memory = memoryOf((): {of?: unknown; pattern: Pattern} => ({
    pattern: {terms: [], isWhole: false},
  }))
  return (scope) => {
    const value = wanted(scope)
    const last = memory(scope.run)
    if (value !== last.of) {
      last.pattern = patternOf(value)
      last.of = value
    }
    return ask(text(scope), last.pattern)
  }
}
