import type {ExprNode} from 'groq-js'
import {withoutGroup, type NodeOf} from '../../tree.ts'
import {UnknownNode, type Compiler} from '../compiler.ts'
import {countOfFilter, releases} from '../lists.ts'
import {oncePerRun, type Closure} from '../scope.ts'
import {Instant, PathPattern, readInstant} from '../special.ts'
import {scalarText} from '../values.ts'
import {compact, intersects, joinScalars, unique} from './arrays.ts'
import {holdsReference, isPartOfRelease, isVersionOf} from './documents.ts'
import {average, least, most, round, sum} from './numbers.ts'
import {portableText} from './portableText.ts'
import {length, lower, split, startsWith, upper} from './texts.ts'

type Make = (...args: Closure[]) => Closure

const NOTHING: Closure = () => null

const unary =
  (apply: (value: unknown) => unknown): Make =>
  (arg = NOTHING) =>
  (scope) =>
    apply(arg(scope))

const binary =
  (apply: (left: unknown, right: unknown) => unknown): Make =>
  (left = NOTHING, right = NOTHING) =>
  (scope) =>
    apply(left(scope), right(scope))

const aboutThis =
  (apply: (value: unknown, here: unknown) => unknown): Make =>
  (arg = NOTHING) =>
  (scope) =>
    apply(arg(scope), scope.value)

const coalesce: Make =
  (...args) =>
  (scope) => {
    for (const arg of args) {
      const value = arg(scope)
      if (value !== null) return value
    }
    return null
  }

const MOST_MOMENTS = 10_000

/** Reading a moment takes long, and the same ones come again and again. */
const dateTime: Make =
  (arg = NOTHING) =>
  (scope) => {
    const value = arg(scope)
    if (typeof value !== 'string') return value instanceof Instant ? value : null
    const {moments} = scope.run
    const known = moments.get(value)
    if (known !== undefined) return known
    const moment = readInstant(value)
    if (moments.size < MOST_MOMENTS) moments.set(value, moment)
    return moment
  }

const FUNCTIONS: ReadonlyMap<string, Make> = new Map<string, Make>([
  ['global::coalesce', coalesce],
  ['global::count', unary((list) => (Array.isArray(list) ? list.length : null))],
  ['global::dateTime', dateTime],
  ['global::defined', unary((value) => value !== null)],
  ['global::identity', () => (scope) => scope.run.identity],
  ['global::length', unary(length)],
  ['global::path', unary((text) => (typeof text === 'string' ? new PathPattern(text) : null))],
  ['global::string', unary((value) => scalarText(value) ?? null)],
  [
    'global::references',
    (...args) =>
      (scope) =>
        holdsReference(
          scope.value,
          args.map((arg) => arg(scope)),
        ),
  ],
  ['global::round', (value = NOTHING, digits = () => 0) => binary(round)(value, digits)],
  ['global::now', () => oncePerRun((scope) => scope.run.now.toISOString())],
  ['global::lower', unary(lower)],
  ['global::upper', unary(upper)],
  ['string::lower', unary(lower)],
  ['string::upper', unary(upper)],
  ['string::split', binary(split)],
  ['string::startsWith', binary(startsWith)],
  ['array::join', binary(joinScalars)],
  ['array::compact', unary(compact)],
  ['array::unique', unary(unique)],
  ['array::intersects', binary(intersects)],
  ['pt::text', unary(portableText)],
  ['sanity::projectId', () => NOTHING],
  ['sanity::dataset', () => NOTHING],
  ['sanity::versionOf', aboutThis(isVersionOf)],
  ['sanity::partOfRelease', aboutThis(isPartOfRelease)],
  ['math::min', unary(least)],
  ['math::max', unary(most)],
  ['math::sum', unary(sum)],
  ['math::avg', unary(average)],
  ['dateTime::now', () => (scope) => new Instant(scope.run.now.getTime())],
  ['releases::all', () => releases],
])

/** Only groq-js has them, in its asynchronous evaluator. */
const ELSEWHERE = new Set(['diff', 'delta'])
/** They ask about the value at hand without naming it. */
const ABOUT_THIS = new Set(['references', 'versionOf', 'partOfRelease'])

/** A function call; what groq-js does not have either is an error as soon as it is asked. */
export function call(node: NodeOf<'FuncCall'>, compiler: Compiler): Closure {
  if (ELSEWHERE.has(node.namespace)) throw new UnknownNode(node.namespace)
  const counted = countedFilter(node)
  if (counted) return countOfFilter(counted, compiler)
  const name = `${node.namespace}::${node.name}`
  const make = FUNCTIONS.get(name)
  if (!make) {
    return () => {
      throw new Error(`${name}() is not implemented`)
    }
  }
  const closure = make(...node.args.map(compiler.compile))
  return isConstant(node) ? oncePerRun(closure) : closure
}

function countedFilter({namespace, name, args}: NodeOf<'FuncCall'>): NodeOf<'Filter'> | undefined {
  const [list] = namespace === 'global' && name === 'count' ? args.map(withoutGroup) : []
  return list?.type === 'Filter' ? list : undefined
}

/** The same everywhere in one run, such as `dateTime(now())`. */
function isConstant(node: ExprNode): boolean {
  switch (node.type) {
    case 'Value':
    case 'Parameter':
      return true
    case 'Group':
      return isConstant(node.base)
    case 'OpCall':
      return isConstant(node.left) && isConstant(node.right)
    case 'FuncCall':
      return !ABOUT_THIS.has(node.name) && node.args.every(isConstant)
    default:
      return false
  }
}
