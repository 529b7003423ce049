import type {SanityClient} from '@sanity/client'
import {concatMap, defer, merge, retry, throttleTime, timer, type Observable} from 'rxjs'

/** Whoever types writes several times a second. */
const AT_MOST_EVERY_MS = 1500
/** Dates pass without anybody writing anything. */
const AND_EVERY_MS = 60_000

interface Watched {
  /** GROQ without a projection: what is listened to. */
  query: string
  params: Record<string, unknown>
}

/** What `read` answers: now, whenever something that matches was written, and now and then for what time alone changes. */
export function observeReading<T>(
  client: SanityClient,
  {query, params}: Watched,
  read: () => Promise<T>,
): Observable<T> {
  const heard = client
    .listen(query, params, {
      events: ['welcome', 'mutation'],
      includeResult: false,
      // Without it nothing is heard of drafts, from the API of February 2025 on.
      includeAllVersions: true,
      visibility: 'query',
    })
    .pipe(retry({delay: AT_MOST_EVERY_MS}))
  return merge(heard, timer(0, AND_EVERY_MS)).pipe(
    throttleTime(AT_MOST_EVERY_MS, undefined, {leading: true, trailing: true}),
    concatMap(() => defer(read)),
  )
}
