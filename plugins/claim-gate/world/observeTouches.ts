import type {SanityClient} from '@sanity/client'
import {debounceTime, filter, map, type Observable} from 'rxjs'
import type {GateModel} from '../model/gateModel.ts'

const QUERY = '*[_type in $types || _type == "review"]'
/** Whoever types writes several times a second. */
const AT_REST_MS = 1500

/** Tells when gated documents, drafts among them, or reviews have changed and come to rest. */
export function observeTouches(client: SanityClient, model: GateModel): Observable<void> {
  return client
    .listen(
      QUERY,
      {types: Object.keys(model.types)},
      {events: ['mutation', 'reconnect'], includeResult: false, visibility: 'query'},
    )
    .pipe(
      filter(({type}) => type === 'mutation' || type === 'reconnect'),
      debounceTime(AT_REST_MS),
      map(() => undefined),
    )
}
