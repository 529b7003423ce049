import type {SanityClient} from '@sanity/client'
import {auditTime, filter, map, retry, type Observable} from 'rxjs'
import type {GateModel} from '../model/gateModel.ts'
import {watchedTypes} from '../model/watchedTypes.ts'

const QUERY = '*[_type in $types || _type in ["review", "checkpoint"]]'
/** Whoever types writes several times a second; somebody else may be typing all day. */
const AT_MOST_EVERY_MS = 1500

/** Tells, now and then, that gated documents, drafts among them, or reviews have changed. */
export function observeTouches(client: SanityClient, model: GateModel): Observable<void> {
  return observeChanges(client, QUERY, {types: watchedTypes(model)})
}

/** Tells, now and then, that documents which a query matches have changed. */
export function observeChanges(
  client: SanityClient,
  query: string,
  params: Record<string, unknown> = {},
): Observable<void> {
  return client
    .listen(query, params, {
      events: ['mutation', 'reconnect'],
      includeResult: false,
      visibility: 'query',
    })
    .pipe(
      retry({delay: AT_MOST_EVERY_MS}),
      filter(({type}) => type === 'mutation' || type === 'reconnect'),
      auditTime(AT_MOST_EVERY_MS),
      map(() => undefined),
    )
}
