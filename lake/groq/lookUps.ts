import type {ExprNode} from 'groq-js'
import type {DocumentView, Key} from './documentView.ts'
import {matchesDocument, matchesText} from './textQuery.ts'
import {valueNode} from './tree.ts'

/*
 * groq-js asks one pluggable function for what a reference points to. A look-up is written into the tree as such a
 * reference, to an id that no document has, and answered from an index with `{found}`.
 */
const MARK = '\u0000look-up:'
const SEPARATOR = '\u0000'
type Kind = 'all' | 'any' | 'id' | 'type' | 'references' | 'document' | 'text'

function lookUp(kind: Kind, ...keys: ExprNode[]): ExprNode {
  const value = keys.reduce(plus, valueNode(`${MARK}${kind}:`))
  const base: ExprNode = {
    type: 'Object',
    attributes: [{type: 'ObjectAttributeValue', name: '_ref', value}],
  }
  return {type: 'AccessAttribute', base: {type: 'Deref', base}, name: 'found'}
}

export const plus = (left: ExprNode, right: ExprNode): ExprNode => ({
  type: 'OpCall',
  op: '+',
  left,
  right,
})

export function call(namespace: string, name: string, ...args: ExprNode[]): ExprNode {
  return {type: 'FuncCall', namespace, name, args}
}

const orNone = (node: ExprNode): ExprNode =>
  call('global', 'coalesce', node, {type: 'Array', elements: []})

/** All the documents. */
export const everything = (): ExprNode => lookUp('all')

/** The documents that any of the keys names. */
export const byKeys = (keys: readonly Key[]): ExprNode =>
  lookUp('any', valueNode(JSON.stringify(keys)))

/** The documents whose `_id` equals a value; none has one that is not text. */
export const byId = (id: ExprNode): ExprNode => orNone(lookUp('id', id))

/** The documents whose `_type` equals a value. */
export const byType = (type: ExprNode): ExprNode => orNone(lookUp('type', type))

/** The documents whose `_id` is in a list. */
export function byIds(ids: ExprNode): ExprNode {
  const sorted: ExprNode = {
    type: 'PipeFuncCall',
    base: call('array', 'unique', ids),
    name: 'order',
    args: [{type: 'This'}],
  }
  return orNone({type: 'FlatMap', base: sorted, expr: byId({type: 'This'})})
}

/** At least the documents that reference an id or one in a list; where they cannot be told, all of them. */
export function byReference(target: ExprNode): ExprNode {
  const list = call('array', 'join', call('array', 'compact', target), valueNode(SEPARATOR))
  const condition: ExprNode = {type: 'Not', base: call('global', 'defined', target)}
  return {
    type: 'Select',
    alternatives: [{type: 'SelectAlternative', condition, value: {type: 'Array', elements: []}}],
    fallback: call(
      'global',
      'coalesce',
      lookUp('references', target),
      lookUp('references', list),
      everything(),
    ),
  }
}

/** Whether the document at hand holds the words of a search. */
export function documentMatch(search: string): ExprNode {
  const key = valueNode(JSON.stringify(search) + SEPARATOR)
  return lookUp('document', key, {type: 'AccessAttribute', name: '_id'})
}

/** Whether a text holds the words of a search. */
export function textMatch(search: string, text: ExprNode): ExprNode {
  return lookUp('text', valueNode(JSON.stringify(search) + SEPARATOR), text)
}

interface Found {
  [field: string]: unknown
}

/** Answers references and look-ups alike from one view; the same look-up only once. */
export function answerFrom(view: DocumentView): (reference: {_ref: string}) => Found | undefined {
  const answers = new Map<string, Found>()
  return ({_ref}) => {
    if (!_ref.startsWith(MARK)) return view.get(_ref)
    const known = answers.get(_ref)
    if (known) return known
    const answer = {found: answerTo(_ref.slice(MARK.length), view)}
    answers.set(_ref, answer)
    return answer
  }
}

function answerTo(request: string, view: DocumentView): unknown {
  const kind = request.slice(0, request.indexOf(':'))
  const key = request.slice(kind.length + 1)
  switch (kind) {
    case 'all':
      return view.all()
    case 'any':
      return view.any(readKeys(key))
    case 'id':
      return view.any([{by: 'id', values: [key]}])
    case 'type':
      return view.any([{by: 'type', values: [key]}])
    case 'references':
      return view.any([{by: 'reference', values: key.split(SEPARATOR)}])
    case 'document':
      return matchesDocument(view.get(key.slice(key.indexOf(SEPARATOR) + 1)), readSearch(key))
    default:
      return matchesText(key.slice(key.indexOf(SEPARATOR) + 1), readSearch(key))
  }
}

function readSearch(key: string): string {
  const search: unknown = JSON.parse(key.slice(0, key.indexOf(SEPARATOR)))
  return String(search)
}

function readKeys(text: string): Key[] {
  const keys: unknown = JSON.parse(text)
  return Array.isArray(keys) ? keys.filter(isKey) : []
}

function isKey(value: unknown): value is Key {
  return typeof value === 'object' && value !== null && 'by' in value && 'values' in value
}
