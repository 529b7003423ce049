import {ApiError} from '../apiError.ts'
import {compiledQuery} from '../groq/compiledQuery.ts'
import {TIMEOUT_ERROR} from '../groq/timeLimit.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import type {DocumentChange} from '../storage/storage.ts'
import {createQueryPool} from './createQueryPool.ts'
import {evaluateQuery, type QueryAnswer, type QueryRequest} from './evaluateQuery.ts'

export interface Queries {
  /**
   * Evaluates a query over everything that was committed before it was asked.
   * @throws GroqError when it cannot be read or evaluated, ApiError 408 when it takes longer than it may.
   */
  run(request: QueryRequest, timeLimitMs?: number): Promise<QueryAnswer>
  /** To be called with what every transaction changed, before anyone is answered about it. */
  share(changes: readonly DocumentChange[]): void
  close(): Promise<void>
}

/** What a query may hold up all others for. Nearly every one of the Studio's ends within a tenth of it. */
const QUICK_MS = 25
const TIME_LIMIT_MS = 10_000
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
  return {
    async run(request, timeLimitMs = TIME_LIMIT_MS) {
      const {query, params} = request
      if (!slow.has(query) && compiledQuery(query, params).isInterruptible) {
        try {
          return await evaluateQuery(request, documents, QUICK_MS)
        } catch (error) {
          if (!(error instanceof ApiError && error.type === TIMEOUT_ERROR)) throw error
          remember(query)
        }
      }
      return pool.run(request, timeLimitMs)
    },
    share: (changes) => pool.share(changes),
    close: () => pool.close(),
  }
}
