import {evaluate} from 'groq-js'
import type {DocumentSet} from '../storage/documentSet.ts'
import {createRun, rootScope, type Run} from './closures/scope.ts'
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
  const {query, params, documents, perspective, now = new Date(), identity = 'me'} = request
  const {timeLimitMs = TIME_LIMIT_MS, largestResult = LARGEST_RESULT} = request
  const compiled = compiledQuery(query, params)
  const {closure} = compiled
  const run = createRun({view: documentView(documents, perspective), params, now, identity})
  if (!closure) return evaluateSlowly(query, compiled, run, largestResult)
  return asGroqError(query, () =>
    withinTime(timeLimitMs, () => plainResult(closure(rootScope(run)), largestResult)),
  )
}

/** Nobody watches the clock here. */
async function evaluateSlowly(
  query: string,
  {tree}: CompiledQuery,
  run: Run,
  largestResult: number,
): Promise<unknown> {
  const {view, params, now, identity} = run
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
