import {readableDocuments} from '../access/readableDocuments.ts'
import {NOBODY} from '../groq/createMatcher.ts'
import {runQuery, runQueryNow} from '../groq/runQuery.ts'
import {recordDependencies, type RecordedDocuments} from '../live/recordDependencies.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import {overlayDocuments} from '../storage/overlayDocuments.ts'
import type {LakeDocument} from '../storage/storage.ts'

/** A query in a form that can be sent to another thread. */
export interface QueryRequest {
  query: string
  params: Readonly<Record<string, unknown>>
  /** `raw`, `published`, `drafts`, or a stack of releases, nearest first. */
  perspective: readonly string[]
  /** Without it only what anybody may read is seen. */
  reader?: string | undefined
  /** Documents as they would be, on top of those that are committed; without one where it is removed. */
  uncommitted?: readonly {id: string; after?: LakeDocument}[]
}

export interface QueryAnswer {
  /** JSON; from a thread as the bytes of it, so that nobody waits until they are made. */
  result: string | Uint8Array
  /** One of them is announced with every commit that could change the result. */
  syncTags: readonly string[]
}

export interface QueryLimits {
  timeLimitMs: number
  /** Characters of the result, about. */
  largestResult?: number
}

/**
 * Evaluates a query over a set of documents.
 * @throws GroqError when it cannot be read or evaluated, ApiError 408 or 413 when it goes beyond the limits.
 */
export async function evaluateQuery(
  request: QueryRequest,
  committed: DocumentSet,
  limits: QueryLimits,
): Promise<QueryAnswer> {
  const documents = documentsFor(request, committed)
  return answerOf(await runQuery(asked(request, documents, limits)), documents)
}

/** The same at once; `undefined` for a query that cannot be interrupted. */
export function evaluateNow(
  request: QueryRequest,
  committed: DocumentSet,
  limits: QueryLimits,
): QueryAnswer | undefined {
  const documents = documentsFor(request, committed)
  const result = runQueryNow(asked(request, documents, limits))
  return result === undefined ? undefined : answerOf(result, documents)
}

function documentsFor(
  {reader, uncommitted = []}: QueryRequest,
  committed: DocumentSet,
): RecordedDocuments {
  const documents = withChanges(committed, uncommitted)
  return recordDependencies(readableDocuments(documents, reader !== undefined))
}

function asked(
  {query, params, perspective, reader}: QueryRequest,
  documents: DocumentSet,
  {timeLimitMs, largestResult}: QueryLimits,
): Parameters<typeof runQuery>[0] {
  const identity = reader ?? NOBODY
  const known = {query, params, perspective, documents, identity, timeLimitMs}
  return largestResult === undefined ? known : {...known, largestResult}
}

const answerOf = (result: unknown, documents: RecordedDocuments): QueryAnswer => ({
  result: JSON.stringify(result ?? null),
  syncTags: documents.tags(),
})

function withChanges(
  committed: DocumentSet,
  changes: NonNullable<QueryRequest['uncommitted']>,
): DocumentSet {
  if (changes.length === 0) return committed
  const documents = overlayDocuments(committed)
  for (const {id, after} of changes) {
    if (after) documents.put(after)
    else documents.remove(id)
  }
  return documents
}
