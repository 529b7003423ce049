import {readableDocuments} from '../access/readableDocuments.ts'
import {NOBODY} from '../groq/createMatcher.ts'
import {runQuery} from '../groq/runQuery.ts'
import {recordDependencies} from '../live/recordDependencies.ts'
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

/**
 * Evaluates a query over a set of documents.
 * @throws GroqError when it cannot be read or evaluated, ApiError 408 when it takes longer than it may.
 */
export async function evaluateQuery(
  {query, params, perspective, reader, uncommitted = []}: QueryRequest,
  committed: DocumentSet,
  limits: {timeLimitMs: number; largestResult?: number},
): Promise<QueryAnswer> {
  const readable = readableDocuments(withChanges(committed, uncommitted), reader !== undefined)
  const documents = recordDependencies(readable)
  const result = await runQuery({
    query,
    params,
    documents,
    perspective,
    ...limits,
    identity: reader ?? NOBODY,
  })
  return {result: JSON.stringify(result ?? null), syncTags: documents.tags()}
}

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
