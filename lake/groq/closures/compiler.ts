import type {ExprNode} from 'groq-js'
import type {Closure, Test} from './scope.ts'

/** What the parts of the compiler ask of the whole. */
export interface Compiler {
  compile: (node: ExprNode) => Closure
  test: (node: ExprNode) => Test
  /** The same closure for the same key, everywhere in the query. */
  shared: (key: string, make: () => Closure) => Closure
}

/** The query has something that only groq-js can evaluate. */
export class UnknownNode extends Error {
  override name = 'UnknownNode'
}
