import {evaluate} from 'groq-js'
import type {DocumentSet} from '../storage/documentSet.ts'
import {createRun, rootScope, type Closure, type Run} from './closures/scope.ts'
import {compiledQuery, type CompiledQuery} from './compiledQuery.ts'
import {documentView} from './documentView.ts'
import {asGroqError, groqErrorFrom} from './groqError.ts'
import type {QueryParams} from './parseTree.ts'
import {plainResult} from './plainResult.ts'
import {withinTime} from './timeLimit.ts'

const TIME_LIMIT_MS = 10_000
/** Characters, about. */
const LARGEST_RESULT = 30_000_000

export interface QueryRequest {
  query: string
  params: QueryParams
  documents: DocumentSet
  /** `raw`, `published`, `drafts`, or a stack of releases, nearest first. */
  perspective: readonly string[]
  now?: Date
  /** Account id, for `identity()`. */
  identity?: string
  timeLimitMs?: number
  /** Characters of the result, about. */
  largestResult?: number
}

/**
 * Evaluates a GROQ query over the documents as a perspective shows them; the result may share parts with them.
 * @throws GroqError when it cannot be read or evaluated, ApiError 408 when it takes longer than it may, 413 when its
 * result is larger.
 */
export async function runQuery(request: QueryRequest): Promise<unknown> {
  const compiled = compiledQuery(request.query, request.params)
  if (compiled.closure) return runClosure(request, compiled.closure)
  return evaluateSlowly(request, compiled)
}

/** The same at once, `null` for nothing; `undefined` for a query that cannot be interrupted. */
export function runQueryNow(request: QueryRequest): unknown {
  const {closure} = compiledQuery(request.query, request.params)
  return closure && runClosure(request, closure)
}

function runClosure(request: QueryRequest, closure: Closure): unknown {
  const {query, timeLimitMs = TIME_LIMIT_MS, largestResult = LARGEST_RESULT} = request
  const run = runOf(request)
  return asGroqError(query, () =>
    withinTime(timeLimitMs, () => plainResult(closure(rootScope(run)), largestResult) ?? null),
  )
}

function runOf({documents, perspective, params, now, identity = 'me'}: QueryRequest): Run {
  const view = documentView(documents, perspective)
  return createRun({view, params, now: now ?? new Date(), identity})
}

/** Nobody watches the clock here. */
async function evaluateSlowly(request: QueryRequest, {tree}: CompiledQuery): Promise<unknown> {
  const {query, largestResult = LARGEST_RESULT} = request
  const {view, params, now, identity} = runOf(request)
  try {
    const value = await evaluate(tree, {
      dataset: view.inOrder(),
      params: {...params},
      dereference: async ({_ref}) => view.get(_ref),
      timestamp: now,
      identity,
    })
    return plainResult(await value.get(), largestResult)
  } catch (error) {
    throw groqErrorFrom(error, query)
  }
}
