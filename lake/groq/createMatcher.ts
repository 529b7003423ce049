import {evaluateSync, type ExprNode} from 'groq-js'
import type {LakeDocument} from '../storage/storage.ts'
import {GroqError} from './groqError.ts'
import {parseOnly} from './parseQuery.ts'

/**
 * The filter of a listener as a function of one document.
 * @throws GroqError for a query that selects anything but documents by what they hold.
 */
export function createMatcher(
  query: string,
  params: Readonly<Record<string, unknown>>,
): (document: LakeDocument | undefined) => boolean {
  const tree = filterOf(parseOnly(query, params))
  if (!tree)
    throw new GroqError('A listener takes a filter on documents, such as *[_type == "post"]', query)
  return (document) => {
    return document !== undefined && matches(tree, params, document, query)
  }
}

function matches(
  tree: ExprNode,
  params: Readonly<Record<string, unknown>>,
  document: LakeDocument,
  query: string,
): boolean {
  try {
    const {data} = evaluateSync(tree, {
      dataset: [document],
      params: {...params},
      dereference: () => null,
    })
    return Array.isArray(data) && data.length > 0
  } catch (error) {
    throw new GroqError(error instanceof Error ? error.message : String(error), query)
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
    case 'Projection':
    case 'PipeFuncCall':
      return filterOf(node.base)
    default:
      return undefined
  }
}
