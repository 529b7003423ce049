import {parse, type ExprNode} from 'groq-js'
import {compileQuery} from './compileQuery.ts'
import {asGroqError, GroqError} from './groqError.ts'
import {someNode} from './tree.ts'

export type QueryParams = Readonly<Record<string, unknown>>

export interface CompiledQuery {
  tree: ExprNode
  /** It calls what groq-js has in its asynchronous evaluator alone. */
  isAsync: boolean
}

/** groq-js takes seconds to read tens of thousands of terms. */
const LONGEST_QUERY = 65_536
const CACHED_QUERIES = 500
const CACHED_LENGTH = 20_000
const cache = new Map<string, CompiledQuery>()

/**
 * Parses and compiles a query; the same query with the same parameters only once.
 * @throws GroqError when it cannot be read.
 */
export function compiledQuery(query: string, params: QueryParams): CompiledQuery {
  const key = `${query}\u0000${JSON.stringify(params)}`
  const known = cache.get(key)
  const compiled = known ?? asGroqError(query, () => compile(parseQuery(query, params)))
  if (key.length <= CACHED_LENGTH) remember(key, compiled)
  return compiled
}

function compile(tree: ExprNode): CompiledQuery {
  const isAsync = someNode(
    tree,
    (node) => node.type === 'FuncCall' && (node.namespace === 'diff' || node.namespace === 'delta'),
  )
  return {tree: compileQuery(tree), isAsync}
}

/** The most recent are kept: a map is in the order in which its keys were put in. */
function remember(key: string, compiled: CompiledQuery): void {
  cache.delete(key)
  cache.set(key, compiled)
  const [oldest] = cache.keys()
  if (cache.size > CACHED_QUERIES && oldest !== undefined) cache.delete(oldest)
}

/**
 * Parses a query with its parameters written into it.
 * @throws GroqError when it cannot be read or a parameter is missing.
 */
export function parseQuery(query: string, params: QueryParams): ExprNode {
  if (query.length > LONGEST_QUERY) {
    throw new GroqError(`A query has at most ${LONGEST_QUERY} characters`, query)
  }
  const tree = asGroqError(query, () => parse(query, {params: {...params}}))
  asGroqError(query, () => someNode(tree, (node) => refuseParameter(node, query)))
  return tree
}

function refuseParameter(node: ExprNode, query: string): boolean {
  if (node.type !== 'Parameter') return false
  const start = query.indexOf(`$${node.name}`)
  const end = start + node.name.length + 1
  throw new GroqError(`param $${node.name} referenced, but not provided`, query, start, end)
}
