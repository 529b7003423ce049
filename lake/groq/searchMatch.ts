import type {ExprNode} from 'groq-js'
import {call, documentMatch, plus, textMatch} from './lookUps.ts'
import {valueNode, withoutGroup} from './tree.ts'

/**
 * `… match text::query("…")` as a look-up: the Studio's lists and search ask it, and groq-js has no such function.
 * `undefined` for any other node, and for a search that is not known before the query runs.
 */
export function searchMatch(node: ExprNode): ExprNode | undefined {
  if (node.type !== 'OpCall' || node.op !== 'match') return undefined
  const search = searchOf(withoutGroup(node.right))
  if (search === undefined) return undefined
  const parts = partsOf(withoutGroup(node.left))
  if (parts.some(({type}) => type === 'This')) return documentMatch(search)
  const text = parts.map(textOf).reduce((before, part) => plus(plus(before, valueNode('\n')), part))
  return textMatch(search, text)
}

function searchOf(node: ExprNode): string | undefined {
  if (node.type !== 'FuncCall' || node.namespace !== 'text' || node.name !== 'query') {
    return undefined
  }
  const [search] = node.args.map(withoutGroup)
  return search?.type === 'Value' && typeof search.value === 'string' ? search.value : undefined
}

function partsOf(node: ExprNode): ExprNode[] {
  if (node.type !== 'Array' || node.elements.length === 0) return [node]
  return node.elements.map(({value}) => withoutGroup(value))
}

/** The text of text, of a list of texts and of portable text; nothing for anything else. */
function textOf(node: ExprNode): ExprNode {
  const list = call('array', 'join', call('array', 'compact', node), valueNode('\n'))
  const plain = plus(node, valueNode(''))
  return call('global', 'coalesce', plain, list, call('pt', 'text', node), valueNode(''))
}
