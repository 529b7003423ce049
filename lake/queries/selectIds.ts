import {setImmediate} from 'node:timers/promises'
import {isRecord, type JsonRecord} from '../json.ts'
import type {DocumentSet} from '../storage/documentSet.ts'
import {changesOf} from '../storage/overlayDocuments.ts'
import {tookTooLong} from '../groq/timeLimit.ts'
import type {Queries} from './createQueries.ts'

/** For all queries of one request together: nothing else is written while they run. */
const LIMIT_MS = 2000

/**
 * Creates what tells the mutations of one request which documents a query selects, as those before it leave them.
 * @throws ApiError 408 when all of them together take longer than they may, 429 when none can be begun in that time.
 */
export function createSelectIds(
  queries: Queries,
  reader: string,
): (documents: DocumentSet, query: string, params: JsonRecord) => Promise<string[]> {
  let left = LIMIT_MS
  return async (documents, query, params) => {
    if (left <= 0) throw tookTooLong()
    const start = performance.now()
    const uncommitted = changesOf(documents)
    const asked = {query, params, perspective: ['raw'], reader, uncommitted}
    const {result} = await queries.run(asked, {timeLimitMs: left, waitMs: left, isUrgent: true})
    // However many a request has, others are served between them.
    await setImmediate()
    left -= performance.now() - start
    return idsIn(JSON.parse(typeof result === 'string' ? result : new TextDecoder().decode(result)))
  }
}

const idsIn = (found: unknown): string[] =>
  (Array.isArray(found) ? found : [found]).flatMap((item) =>
    isRecord(item) && typeof item._id === 'string' ? [item._id] : [],
  )
