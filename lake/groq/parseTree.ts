import {parse, type ExprNode} from 'groq-js'
import {asGroqError, GroqError} from './groqError.ts'
import {someNode, withoutGroup} from './tree.ts'

export type QueryParams = Readonly<Record<string, unknown>>

/**
 * Parses a query with its parameters written into it.
 * @throws GroqError when it cannot be read or a parameter is missing.
 */
export function parseQuery(query: string, params: QueryParams): ExprNode {
  const tree = asGroqError(query, () => parse(query, {params: {...params}}))
  for (const name of parametersIn(tree)) throw missingParameter(name, query)
  return tree
}

/**
 * Parses a query for whatever its parameters may be; `undefined` where the parser has to know them: as bounds of a
 * slice, in brackets as an index or a name, and where functions are declared, whose parameters look the same.
 */
export function parseForAnyParameters(query: string): ExprNode | undefined {
  if (DECLARES.test(query)) return undefined
  try {
    const tree = parse(query)
    return someNode(tree, mayBeIndex) ? undefined : tree
  } catch (error) {
    if (error instanceof RangeError) throw error
    return undefined
  }
}

const DECLARES = /\bfn\b/

export function parametersIn(tree: ExprNode): Set<string> {
  const names = new Set<string>()
  someNode(tree, (node) => {
    if (node.type === 'Parameter') names.add(node.name)
    return false
  })
  return names
}

export function missingParameter(name: string, query: string): GroqError {
  const start = query.indexOf(`$${name}`)
  const end = start + name.length + 1
  return new GroqError(`param $${name} referenced, but not provided`, query, start, end)
}

const mayBeIndex = (node: ExprNode): boolean =>
  node.type === 'Filter' && isConstant(node.expr) && parametersIn(node.expr).size > 0

/** What the parser works out by itself. */
function isConstant(expression: ExprNode): boolean {
  const node = withoutGroup(expression)
  switch (node.type) {
    case 'Value':
    case 'Parameter':
      return true
    case 'Pos':
    case 'Neg':
      return isConstant(node.base)
    case 'OpCall':
      return isConstant(node.left) && isConstant(node.right)
    default:
      return false
  }
}
