import type {SanityClient} from '@sanity/client'
import {concatMap, defer, merge, timer, type Observable} from 'rxjs'
import {observeChanges} from '../plugins/claim-gate/world/observeChanges.ts'

/** Dates pass without anybody writing anything. */
const AND_EVERY_MS = 60_000

export interface Watched {
  /** GROQ without a projection: what is listened to. */
  query: string
  params: Record<string, unknown>
}

/** What `read` answers: as `observeChanges` tells, and now and then for what time alone changes. */
export function observeReading<T>(
  client: SanityClient,
  {query, params}: Watched,
  read: () => Promise<T>,
): Observable<T> {
  return merge(observeChanges(client, query, params), timer(AND_EVERY_MS, AND_EVERY_MS)).pipe(
    concatMap(() => defer(read)),
  )
}
