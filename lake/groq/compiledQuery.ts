import type {ExprNode} from 'groq-js'
import {UnknownNode} from './closures/compiler.ts'
import {compileTree} from './closures/compileTree.ts'
import type {Closure} from './closures/scope.ts'
import {asGroqError} from './groqError.ts'
import {
  missingParameter,
  parametersIn,
  parseForAnyParameters,
  parseQuery,
  type QueryParams,
} from './parseTree.ts'
import {readInTime} from './readInTime.ts'

export interface CompiledQuery {
  /** Absent where groq-js has to evaluate the tree. */
  closure: Closure | undefined
  tree: ExprNode
  /** It watches the clock wherever it may take long. */
  isInterruptible: boolean
}

interface ForAnyParameters extends CompiledQuery {
  parameters: ReadonlySet<string>
}

const CACHED_QUERIES = 500
const CACHED_LENGTH = 20_000
/** By the query; `null` where it depends on the parameters what the query says. */
const forAny = new Map<string, ForAnyParameters | null>()
/** By the query and its parameters. */
const forThese = new Map<string, CompiledQuery>()

/**
 * Parses and compiles a query, only once for whatever parameters it is asked with.
 * @throws GroqError when it cannot be read or a parameter is missing.
 */
export function compiledQuery(query: string, params: QueryParams): CompiledQuery {
  const compiled = cached(forAny, query, () => compileForAny(query))
  if (!compiled) {
    const key = `${query}\u0000${JSON.stringify(params)}`
    return cached(forThese, key, () => compileQuery(query, params))
  }
  for (const name of compiled.parameters) {
    if (!Object.hasOwn(params, name)) throw missingParameter(name, query)
  }
  return compiled
}

/** Parses and compiles a query with its parameters written into it. */
export function compileQuery(
  query: string,
  params: QueryParams,
  part: (tree: ExprNode) => ExprNode = (tree) => tree,
): CompiledQuery {
  return asGroqError(query, () => readInTime(query, () => compile(part(parseQuery(query, params)))))
}

function compileForAny(query: string): ForAnyParameters | null {
  return asGroqError(query, () =>
    readInTime(query, () => {
      const tree = parseForAnyParameters(query)
      return tree ? {...compile(tree), parameters: parametersIn(tree)} : null
    }),
  )
}

function compile(tree: ExprNode): CompiledQuery {
  try {
    return {closure: compileTree(tree), tree, isInterruptible: true}
  } catch (error) {
    if (!(error instanceof UnknownNode)) throw error
    return {closure: undefined, tree, isInterruptible: false}
  }
}

/** The most recent are kept: a map is in the order in which its keys were put in. */
function cached<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const known = cache.get(key)
  const value = known === undefined ? make() : known
  if (key.length > CACHED_LENGTH) return value
  cache.delete(key)
  cache.set(key, value)
  const [oldest] = cache.keys()
  if (cache.size > CACHED_QUERIES && oldest !== undefined) cache.delete(oldest)
  return value
}
