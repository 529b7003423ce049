import {evaluate, evaluateSync} from 'groq-js'
import type {DocumentSet} from '../storage/documentSet.ts'
import {documentView} from './documentView.ts'
import {GroqError} from './groqError.ts'
import {answerFrom} from './lookups.ts'
import {parseQuery} from './parseQuery.ts'

export interface QueryRequest {
  query: string
  params: Readonly<Record<string, unknown>>
  documents: DocumentSet
  /** `raw`, `published`, `drafts`, or a stack of releases, nearest first. */
  perspective: readonly string[]
  now?: Date
  /** Account id, for `identity()`. */
  identity?: string
}

/**
 * Evaluates a GROQ query over the documents as a perspective shows them.
 * @throws GroqError when it cannot be read or evaluated.
 */
export async function runQuery(request: QueryRequest): Promise<unknown> {
  const {query, params, documents, perspective, now, identity} = request
  const {tree, readsAll} = parseQuery(query, params)
  const view = documentView(documents, perspective)
  const options = {
    dataset: readsAll ? view.all() : [],
    params: {...params},
    ...(now ? {timestamp: now} : {}),
    ...(identity === undefined ? {} : {identity}),
  }
  // The declared type knows only documents, and look-ups answer with lists and truths as well.
  Reflect.set(options, 'dereference', answerFrom(view))
  try {
    return evaluateSync(tree, options).data
  } catch {
    return evaluateSlowly(tree, options, query)
  }
}

/** Some functions are only there in the asynchronous evaluator. */
async function evaluateSlowly(
  tree: Parameters<typeof evaluate>[0],
  options: Parameters<typeof evaluate>[1],
  query: string,
): Promise<unknown> {
  try {
    const value = await evaluate(tree, options)
    const result: unknown = await value.get()
    return result
  } catch (error) {
    throw new GroqError(error instanceof Error ? error.message : String(error), query)
  }
}
