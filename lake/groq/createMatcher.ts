import type {ExprNode} from 'groq-js'
import type {LakeDocument} from '../storage/storage.ts'
import {createRun, rootScope} from './closures/scope.ts'
import {compileQuery} from './compiledQuery.ts'
import {viewOfOne} from './documentView.ts'
import {asGroqError, GroqError} from './groqError.ts'
import type {QueryParams} from './parseTree.ts'
import {withinTime} from './timeLimit.ts'

const TIME_LIMIT_MS = 200
/** What `identity()` gives to whoever has no token, as on the hosted service. */
export const NOBODY = '<anonymous>'

/**
 * The filter of a listener as a function of one document; it sees nothing but that document.
 * @throws GroqError for a query that selects anything but documents by what they hold; the function throws it for a
 * document of which the filter cannot tell.
 */
export function createMatcher(
  query: string,
  params: QueryParams,
  identity = NOBODY,
): (document: LakeDocument | undefined) => boolean {
  const refuse = (): never => {
    throw new GroqError('A listener takes a filter on documents, such as *[_type == "post"]', query)
  }
  const {closure} = compileQuery(query, params, (tree) => filterOf(tree) ?? refuse())
  if (!closure) return refuse()
  return (document) => {
    if (!document) return false
    const view = viewOfOne(document)
    const run = createRun({view, params, now: new Date(), identity})
    const found = asGroqError(query, () => withinTime(TIME_LIMIT_MS, () => closure(rootScope(run))))
    return Array.isArray(found) && found.length > 0
  }
}

/** The filters of a query on all documents, without what only shapes or orders the result. */
function filterOf(node: ExprNode): ExprNode | undefined {
  switch (node.type) {
    case 'Everything':
      return node
    case 'Filter':
      return filterOf(node.base) && node
    case 'Group':
    case 'ArrayCoerce':
    case 'Slice':
    case 'AccessElement':
    case 'Map':
    case 'PipeFuncCall':
    case 'Projection':
      return filterOf(node.base)
    default:
      return undefined
  }
}
