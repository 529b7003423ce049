import type {ExprNode} from 'groq-js'
import {matchesDocument, matchesText} from '../textQuery.ts'
import {withoutGroup, type NodeOf} from '../tree.ts'
import type {Compiler} from './compiler.ts'
import {joinScalars} from './functions/arrays.ts'
import {portableText} from './functions/portableText.ts'
import type {Closure} from './scope.ts'
import {fieldReader} from './values.ts'

/** What is searched for in `… match text::query(…)`, which the Studio's lists ask and groq-js does not have. */
export function searchOf(node: NodeOf<'OpCall'>): ExprNode | undefined {
  const call = withoutGroup(node.right)
  const isSearch =
    node.op === 'match' &&
    call.type === 'FuncCall' &&
    call.namespace === 'text' &&
    call.name === 'query'
  return isSearch ? call.args[0] : undefined
}

export function search(left: ExprNode, wanted: ExprNode, {compile}: Compiler): Closure {
  const value = compile(wanted)
  const text: Closure = (scope) => {
    const asked = value(scope)
    if (typeof asked !== 'string') throw new Error('text::query() takes a text')
    return asked
  }
  const parts = partsOf(withoutGroup(left))
  if (parts.some(({type}) => type === 'This')) {
    return (scope) => {
      const id = readId(scope.value)
      if (typeof id !== 'string') return null
      return matchesDocument(scope.run.view.get(id), String(text(scope)))
    }
  }
  const texts = parts.map(compile)
  return (scope) =>
    matchesText(texts.map((part) => textOf(part(scope))).join('\n'), String(text(scope)))
}

const readId = fieldReader('_id')

function partsOf(node: ExprNode): ExprNode[] {
  if (node.type !== 'Array' || node.elements.length === 0) return [node]
  return node.elements.map(({value}) => withoutGroup(value))
}

/** The text of text, of a list of texts and of portable text; nothing for anything else. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  const joined = Array.isArray(value)
    ? joinScalars(
        value.filter((item) => item !== null),
        '\n',
      )
    : null
  return joined ?? portableText(value) ?? ''
}
