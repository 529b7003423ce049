import {ApiError} from '../apiError.ts'
import {RESULT_TOO_LARGE} from '../groq/plainResult.ts'
import {TIMEOUT_ERROR} from '../groq/timeLimit.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {DocumentChange} from '../storage/storage.ts'
import {createQueryPool, type Patience} from './createQueryPool.ts'
import {evaluateNow, type QueryAnswer, type QueryRequest} from './evaluateQuery.ts'

export interface Queries {
  /**
   * Evaluates a query over everything that was committed before it was asked.
   * @throws GroqError when it cannot be read or evaluated, ApiError 408 when it takes longer than it may.
   */
  run(request: QueryRequest, patience?: Patience): Promise<QueryAnswer>
  /** The same at once; `undefined` for a query that takes long. */
  runNow(request: QueryRequest): QueryAnswer | undefined
  /** To be called with what every transaction changed, before anyone is answered about it. */
  share(changes: readonly DocumentChange[]): void
  close(): Promise<void>
}

/** What a query may hold up all others for. Nearly every one of the Studio's ends within a tenth of it. */
const QUICK = {timeLimitMs: 25, largestResult: 1_000_000}
const ORDINARY: Patience = {timeLimitMs: 10_000, waitMs: 30_000, isUrgent: false}
const TAKES_LONG = new Set([TIMEOUT_ERROR, RESULT_TOO_LARGE])
const REMEMBERED = 200

/**
 * Creates the one place where queries are evaluated: here, if that takes no time, and otherwise on a thread that can be
 * stopped.
 */
export function createQueries(documents: DocumentSet): Queries {
  const pool = createQueryPool(documents)
  /** Queries that were slow before: not tried here again, for as long as they are asked. */
  const slow = new Set<string>()
  const remember = (query: string): void => {
    slow.delete(query)
    slow.add(query)
    const [oldest] = slow
    if (slow.size > REMEMBERED && oldest !== undefined) slow.delete(oldest)
  }
  const runNow = (request: QueryRequest): QueryAnswer | undefined => {
    if (slow.has(request.query)) return undefined
    try {
      return evaluateNow(request, documents, QUICK)
    } catch (error) {
      if (!(error instanceof ApiError && TAKES_LONG.has(error.type))) throw error
      remember(request.query)
      return undefined
    }
  }
  return {
    runNow,
    run: async (request, patience = ORDINARY) => runNow(request) ?? pool.run(request, patience),
    share: (changes) => pool.share(changes),
    close: () => pool.close(),
  }
}
