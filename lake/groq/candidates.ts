import type {ExprNode} from 'groq-js'
import {dependsOnDocument} from './dependsOnDocument.ts'
import type {Key} from './documentView.ts'
import {isOwnField, withoutGroup, type NodeOf} from './tree.ts'

/** Indexes that can stand in for "all documents" under a condition. */
export interface LookUp {
  /** Documents that any of them names. */
  keys: readonly LookUpKey[]
  /** It yields exactly the documents that the condition lets through, so that the condition need not be asked. */
  isExact: boolean
  /** How few it yields: the less the better. */
  rank: number
}

interface LookUpKey {
  by: Key
  /** Its value is a list of names, or a path; otherwise one name. By reference it may be either. */
  isList: boolean
  /** Does not depend on the document that is filtered, and is to be evaluated where that would be. */
  value: ExprNode
}

const RANKS: Readonly<Record<Key, number>> = {id: 0, reference: 1, type: 2}
/** Every document is looked at: better than nothing, since it is exact. */
const PATH_RANK = 3

/** The look-up that a condition on all documents allows. */
export function lookUpFor(condition: ExprNode): LookUp | undefined {
  const node = withoutGroup(condition)
  switch (node.type) {
    case 'And':
      return better(lookUpFor(node.left), lookUpFor(node.right))
    case 'Or':
      return either(lookUpFor(node.left), lookUpFor(node.right))
    case 'OpCall':
      return byComparison(node)
    case 'FuncCall':
      return byReference(node)
    default:
      return undefined
  }
}

/** Of two conditions that both hold, the one that leaves fewer. */
function better(left: LookUp | undefined, right: LookUp | undefined): LookUp | undefined {
  const [best] = [left, right]
    .filter((lookUp) => lookUp !== undefined)
    .toSorted((a, b) => a.rank - b.rank)
  return best && {...best, isExact: false}
}

function either(left: LookUp | undefined, right: LookUp | undefined): LookUp | undefined {
  if (!left || !right) return undefined
  return {
    keys: [...left.keys, ...right.keys],
    isExact: left.isExact && right.isExact,
    rank: Math.max(left.rank, right.rank),
  }
}

const FIELDS = [
  ['id', '_id'],
  ['type', '_type'],
] as const

function byComparison({op, left, right}: NodeOf<'OpCall'>): LookUp | undefined {
  if (op !== '==' && op !== 'in') return undefined
  for (const [by, field] of FIELDS) {
    const isList = op === 'in'
    const value = isOwnField(left, field) ? right : !isList && isOwnField(right, field) && left
    if (!value || dependsOnDocument(value)) continue
    const rank = isPath(value) ? PATH_RANK : RANKS[by]
    return {keys: [{by, isList, value}], isExact: true, rank}
  }
  return undefined
}

/** The index also knows references that stand beside another one. */
function byReference({namespace, name, args}: NodeOf<'FuncCall'>): LookUp | undefined {
  if (namespace !== 'global' || name !== 'references' || args.some(dependsOnDocument)) {
    return undefined
  }
  const keys = args.map((value): LookUpKey => ({by: 'reference', isList: true, value}))
  return {keys, isExact: false, rank: RANKS.reference}
}

function isPath(value: ExprNode): boolean {
  const node = withoutGroup(value)
  return node.type === 'FuncCall' && node.namespace === 'global' && node.name === 'path'
}
