import type {ExprNode} from 'groq-js'
import type {NodeOf} from '../tree.ts'
import {arrayCoerce, attribute, dereference, element, parent, slice} from './access.ts'
import {UnknownNode, type Compiler} from './compiler.ts'
import {call} from './functions/calls.ts'
import {array, everything, filter, flatMap, map} from './lists.ts'
import {and, not, or, select, test} from './logic.ts'
import {matcher} from './match.ts'
import {matches} from './matching.ts'
import {membership} from './membership.ts'
import {object, projection} from './objects.ts'
import {isInRange, OPERATORS} from './operators.ts'
import {pipe} from './pipes.ts'
import type {Closure} from './scope.ts'
import {search, searchOf} from './search.ts'
import {finite} from './values.ts'

/**
 * A query as a function, which gives what groq-js gives.
 * @throws UnknownNode when it has something that only groq-js can evaluate.
 */
export function compileTree(tree: ExprNode): Closure {
  const known = new Map<string, Closure>()
  const compiler: Compiler = {
    compile: (node) => compileNode(node, compiler),
    test: (node) => test(node, compiler),
    shared(key, make) {
      const closure = known.get(key) ?? make()
      known.set(key, closure)
      return closure
    },
  }
  return compiler.compile(tree)
}

function compileNode(node: ExprNode, compiler: Compiler): Closure {
  switch (node.type) {
    case 'This':
      return ({value}) => value
    case 'Parent':
      return parent(node.n)
    case 'Everything':
      return everything
    case 'Value':
      return constant(node.value)
    case 'Parameter':
      return ({run}) => run.params[node.name] ?? null
    case 'Group':
      return compiler.compile(node.base)
    case 'AccessAttribute':
      return attribute(node, compiler)
    case 'AccessElement':
      return element(node, compiler)
    case 'Slice':
      return slice(node, compiler)
    case 'ArrayCoerce':
      return arrayCoerce(node, compiler)
    case 'Deref':
      return dereference(node, compiler)
    case 'Filter':
      return filter(node, compiler)
    case 'Map':
      return map(node, compiler)
    case 'FlatMap':
      return flatMap(node, compiler)
    case 'Array':
      return array(node, compiler)
    case 'Object':
      return object(node, compiler)
    case 'Projection':
      return projection(node, compiler)
    case 'And':
      return and(node, compiler)
    case 'Or':
      return or(node, compiler)
    case 'Not':
      return not(node, compiler)
    case 'Select':
      return select(node, compiler)
    case 'Neg':
    case 'Pos':
      return signed(node, compiler)
    case 'InRange':
      return inRange(node, compiler)
    case 'OpCall':
      return operation(node, compiler)
    case 'FuncCall':
      return call(node, compiler)
    case 'PipeFuncCall':
      return pipe(node, compiler)
    default:
      throw new UnknownNode(node.type)
  }
}

function constant(value: unknown): Closure {
  const known = value ?? null
  return () => known
}

function signed(node: NodeOf<'Neg' | 'Pos'>, {compile}: Compiler): Closure {
  const value = compile(node.base)
  const sign = node.type === 'Neg' ? -1 : 1
  return (scope) => {
    const number = value(scope)
    return typeof number === 'number' ? finite(sign * number) : null
  }
}

function inRange(
  {base, left, right, isInclusive}: NodeOf<'InRange'>,
  {compile}: Compiler,
): Closure {
  const [value, from, to] = [compile(base), compile(left), compile(right)]
  return (scope) => isInRange(value(scope), from(scope), to(scope), isInclusive)
}

function operation(node: NodeOf<'OpCall'>, compiler: Compiler): Closure {
  const wanted = searchOf(node)
  if (wanted) return search(node.left, wanted, compiler)
  if (node.op === 'match') return matcher(node, compiler, matches)
  if (node.op === 'in') return membership(node, compiler)
  const apply = OPERATORS[node.op]
  if (!apply) throw new UnknownNode(node.op)
  const [left, right] = [compiler.compile(node.left), compiler.compile(node.right)]
  return (scope) => apply(left(scope), right(scope))
}
