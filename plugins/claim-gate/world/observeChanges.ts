import type {SanityClient} from '@sanity/client'
import {audit, map, merge, of, retry, share, takeUntil, timer, type Observable} from 'rxjs'

/** Whoever types writes several times a second; somebody else may be typing all day. */
const AT_MOST_EVERY_MS = 1500
/** Listening takes a connection, which may have to be waited for. */
const UNHEARD_MS = 1000

/**
 * Tells that it is time to read what a query matches: once as soon as changes are heard of, so that none falls between
 * the reading and the listening, then now and then when there were some. Who cannot listen yet is told all the same.
 */
export function observeChanges(
  client: SanityClient,
  query: string,
  params: Record<string, unknown> = {},
): Observable<void> {
  const heard = client
    .listen(query, params, {
      events: ['welcome', 'mutation'],
      includeResult: false,
      // Drafts are not heard of otherwise.
      includeAllVersions: true,
      visibility: 'query',
    })
    .pipe(retry({delay: AT_MOST_EVERY_MS}), share())
  return merge(heard, timer(UNHEARD_MS).pipe(takeUntil(heard))).pipe(
    map((_, index) => index),
    audit((index) => (index === 0 ? of(null) : timer(AT_MOST_EVERY_MS))),
    map(() => undefined),
  )
}
