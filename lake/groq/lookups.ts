import type {ExprNode} from 'groq-js'
import type {LakeDocument} from '../storage/storage.ts'
import type {DocumentView} from './documentView.ts'
import {matchesText} from './textQuery.ts'

/*
 * groq-js asks one pluggable function for what a reference points to. A look-up is written into the tree as such a
 * reference, whose id begins with a mark that no document's id can hold, and answered from an index.
 */
const TYPE = '\u0000type\u0000'
const REFERENCING = '\u0000referencing\u0000'
const TEXT = '\u0000text\u0000'

const value = (data: unknown): ExprNode => ({type: 'Value', value: data})

function lookUp(key: ExprNode): ExprNode {
  return {
    type: 'Deref',
    base: {type: 'Object', attributes: [{type: 'ObjectAttributeValue', name: '_ref', value: key}]},
  }
}

const plus = (left: ExprNode, right: ExprNode): ExprNode => ({type: 'OpCall', op: '+', left, right})

/** Nothing found is an empty list. */
function list(node: ExprNode): ExprNode {
  return {
    type: 'FuncCall',
    namespace: 'global',
    name: 'coalesce',
    args: [node, {type: 'Array', elements: []}],
  }
}

function present(node: ExprNode): ExprNode {
  const expr: ExprNode = {
    type: 'FuncCall',
    namespace: 'global',
    name: 'defined',
    args: [{type: 'This'}],
  }
  return {type: 'Filter', base: {type: 'ArrayCoerce', base: node}, expr}
}

/** The documents whose `_id` equals the value of a node. */
export function byId(id: ExprNode): ExprNode {
  return present({
    type: 'Array',
    elements: [{type: 'ArrayElement', value: lookUp(id), isSplat: false}],
  })
}

/** The documents whose `_id` is one of these. */
export function byIds(ids: readonly unknown[]): ExprNode {
  const unique = [...new Set(ids)].filter((id) => typeof id === 'string')
  const elements = unique.map((id) => ({
    type: 'ArrayElement' as const,
    value: lookUp(value(id)),
    isSplat: false,
  }))
  return present({type: 'Array', elements})
}

/** The documents of a type. */
export function byType(type: ExprNode): ExprNode {
  return list(lookUp(plus(value(TYPE), type)))
}

/** The documents of several types; a document has one, so that none comes twice. */
export function byTypes(types: readonly unknown[]): ExprNode {
  const unique = [...new Set(types)].filter((type) => typeof type === 'string')
  const elements = unique.map((type) => ({
    type: 'ArrayElement' as const,
    value: byType(value(type)),
    isSplat: true,
  }))
  return {type: 'Array', elements}
}

/** The documents that hold a reference to one id, or to one of several that are known already. */
export function referencing(target: ExprNode): ExprNode {
  if (target.type !== 'Value') return list(lookUp(plus(value(REFERENCING), target)))
  const ids: readonly unknown[] = Array.isArray(target.value) ? target.value : [target.value]
  return list(
    lookUp(value(REFERENCING + ids.filter((id) => typeof id === 'string').join('\u0000'))),
  )
}

/** Whether the document at hand holds the words of a search. */
export function matchingText(search: ExprNode): ExprNode {
  const id: ExprNode = {type: 'AccessAttribute', name: '_id'}
  return lookUp(plus(plus(plus(value(TEXT), id), value('\u0000')), search))
}

/** Answers references and look-ups alike from one view. */
export function answerFrom(view: DocumentView) {
  return ({_ref: key}: {_ref: string}): LakeDocument | LakeDocument[] | boolean | undefined => {
    if (!key.startsWith('\u0000')) return view.get(key)
    if (key.startsWith(TYPE)) return view.byType(key.slice(TYPE.length))
    if (key.startsWith(REFERENCING))
      return view.referencing(key.slice(REFERENCING.length).split('\u0000'))
    const [id = '', ...search] = key.slice(TEXT.length).split('\u0000')
    return matchesText(view.get(id), search.join('\u0000'))
  }
}
