import {parse, type ExprNode} from 'groq-js'
import {GroqError} from './groqError.ts'
import {rewrite, TEXT_QUERY_MARK} from './rewrite.ts'

const CACHED = 500
const cache = new Map<string, ParsedQuery>()

export interface ParsedQuery {
  tree: ExprNode
  /** Whether some part of it goes over all the documents. */
  readsAll: boolean
}

/**
 * Parses and rewrites a query; the same query with the same parameters only once.
 * @throws GroqError when it cannot be read.
 */
export function parseQuery(query: string, params: Readonly<Record<string, unknown>>): ParsedQuery {
  const key = `${query}\u0000${JSON.stringify(params)}`
  const known = cache.get(key)
  if (known) return known
  const tree = rewrite(parseOnly(query, params))
  const parsed = {tree, readsAll: JSON.stringify(tree).includes('"type":"Everything"')}
  cache.set(key, parsed)
  const [oldest] = cache.keys()
  if (cache.size > CACHED && oldest !== undefined) cache.delete(oldest)
  return parsed
}

export function parseOnly(query: string, params: Readonly<Record<string, unknown>>): ExprNode {
  try {
    return parse(withKnownFunctions(query), {params: {...params}})
  } catch (error) {
    const position =
      error instanceof Error && 'position' in error && typeof error.position === 'number'
        ? error.position
        : 0
    throw new GroqError(error instanceof Error ? error.message : String(error), query, position)
  }
}

/** Outside of strings, `text::query(` becomes a call that groq-js can parse and `rewrite` finds again. */
function withKnownFunctions(query: string): string {
  return query.replaceAll(
    /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|\btext::query\(/gu,
    (call, text: string | undefined) =>
      text ?? call.replace('text::query(', `string::split(${JSON.stringify(TEXT_QUERY_MARK)}, `),
  )
}
