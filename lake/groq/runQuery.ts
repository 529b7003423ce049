import {evaluate, evaluateSync, type ExprNode} from 'groq-js'
import type {DocumentSet} from '../storage/documentSet.ts'
import {documentView} from './documentView.ts'
import {asGroqError, groqErrorFrom} from './groqError.ts'
import {answerFrom} from './lookUps.ts'
import {compiledQuery, type QueryParams} from './parseQuery.ts'
import {plainResult} from './plainResult.ts'
import {withinTime} from './timeLimit.ts'

const TIME_LIMIT_MS = 10_000

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
}

/**
 * Evaluates a GROQ query over the documents as a perspective shows them; the result may share parts with them.
 * @throws GroqError when it cannot be read or evaluated, ApiError 408 when it takes longer than it may.
 */
export async function runQuery(request: QueryRequest): Promise<unknown> {
  const {query, params, documents, perspective, now, identity} = request
  const {tree, isAsync} = compiledQuery(query, params)
  const options = {
    dataset: [],
    params: {...params},
    dereference: answerFrom(documentView(documents, perspective)),
    ...(now ? {timestamp: now} : {}),
    ...(identity === undefined ? {} : {identity}),
  }
  if (isAsync) return evaluateSlowly(query, tree, options)
  return asGroqError(query, () =>
    withinTime(request.timeLimitMs ?? TIME_LIMIT_MS, () =>
      plainResult(evaluateSync(tree, options).data),
    ),
  )
}

async function evaluateSlowly(
  query: string,
  tree: ExprNode,
  options: NonNullable<Parameters<typeof evaluate>[1]>,
): Promise<unknown> {
  try {
    const value = await evaluate(tree, options)
    return plainResult(await value.get())
  } catch (error) {
    throw groqErrorFrom(error, query)
  }
}
