import type {ExprNode} from 'groq-js'
import type {Key} from './documentView.ts'
import {fromOutside} from './fromOutside.ts'
import {byId, byIds, byKeys, byReference, byType} from './lookUps.ts'
import {isOwnField, someNode, withoutGroup} from './tree.ts'

/** A look-up that can stand in for "all documents" under a condition. */
export interface Candidate {
  documents: ExprNode
  /** It yields exactly the documents that the condition lets through, so that the condition need not be asked. */
  exact: boolean
  /** How few it yields: the less the better. */
  rank: number
}

const RANKS: Record<Key['by'], number> = {id: 0, reference: 1, type: 2}

/** The look-up that a condition on all documents allows. `hidden`: `^` passes over the scope around the filter. */
export function candidateFor(condition: ExprNode, hidden: boolean): Candidate | undefined {
  const known = knownKeys(condition)
  if (known) return {documents: byKeys(known.keys), exact: known.exact, rank: rankOf(known.keys)}
  return hidden ? undefined : computedKey(withoutGroup(condition))
}

const rankOf = (keys: readonly Key[]): number => Math.max(...keys.map(({by}) => RANKS[by]))

interface KnownKeys {
  keys: Key[]
  exact: boolean
}

function knownKeys(condition: ExprNode): KnownKeys | undefined {
  const node = withoutGroup(condition)
  if (node.type === 'And') return better(knownKeys(node.left), knownKeys(node.right))
  if (node.type === 'Or') {
    const [left, right] = [knownKeys(node.left), knownKeys(node.right)]
    return left && right && {keys: [...left.keys, ...right.keys], exact: left.exact && right.exact}
  }
  const comparison = comparisonOf(node)
  if (comparison) {
    const {by, op, other} = comparison
    const values = op === '==' ? knownValue(other) : knownList(other)
    return values && {keys: [{by, values: texts(values)}], exact: true}
  }
  if (!isReferences(node)) return undefined
  const values = node.args.map((arg) => knownList(arg) ?? knownValue(arg))
  return values.every((known) => known !== undefined)
    ? {keys: [{by: 'reference', values: texts(values.flat())}], exact: false}
    : undefined
}

/** Of two conditions that both hold, the one that leaves fewer. */
function better(left: KnownKeys | undefined, right: KnownKeys | undefined): KnownKeys | undefined {
  const [best] = [left, right]
    .filter((keys) => keys !== undefined)
    .toSorted((a, b) => rankOf(a.keys) - rankOf(b.keys))
  return best && {...best, exact: false}
}

function computedKey(node: ExprNode): Candidate | undefined {
  const comparison = comparisonOf(node)
  if (comparison) {
    const {by, op, other} = comparison
    const key = fromOutside(other)
    if (!key) return undefined
    if (op === '==') {
      return {documents: by === 'id' ? byId(key) : byType(key), exact: true, rank: RANKS[by]}
    }
    const isList = by === 'id' && !someNode(key, isPath)
    return isList ? {documents: byIds(key), exact: true, rank: RANKS.id} : undefined
  }
  const [target, ...more] = isReferences(node) ? node.args : []
  const key = target && more.length === 0 ? fromOutside(target) : undefined
  return key && {documents: byReference(key), exact: false, rank: RANKS.reference}
}

interface Comparison {
  by: 'id' | 'type'
  op: '==' | 'in'
  other: ExprNode
}

const FIELDS = [
  ['id', '_id'],
  ['type', '_type'],
] as const

function comparisonOf(node: ExprNode): Comparison | undefined {
  if (node.type !== 'OpCall' || (node.op !== '==' && node.op !== 'in')) return undefined
  const {op, left, right} = node
  for (const [by, field] of FIELDS) {
    if (isOwnField(left, field)) return {by, op, other: right}
    if (op === '==' && isOwnField(right, field)) return {by, op, other: left}
  }
  return undefined
}

type Call = Extract<ExprNode, {type: 'FuncCall'}>

const isReferences = (node: ExprNode): node is Call =>
  node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'references'

/** A path in the place of a list is a pattern. */
const isPath = (node: ExprNode): boolean => node.type === 'FuncCall' && node.name === 'path'

function knownValue(node: ExprNode): readonly unknown[] | undefined {
  const value = withoutGroup(node)
  return value.type === 'Value' ? [value.value] : undefined
}

function knownList(node: ExprNode): readonly unknown[] | undefined {
  const list = withoutGroup(node)
  if (list.type === 'Value') return Array.isArray(list.value) ? list.value : undefined
  if (list.type !== 'Array') return undefined
  const values = list.elements.map(({value, isSplat}) => (isSplat ? undefined : knownValue(value)))
  return values.every((value) => value !== undefined) ? values.flat() : undefined
}

const texts = (values: readonly unknown[]): string[] =>
  values.filter((value) => typeof value === 'string')
