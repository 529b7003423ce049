import type {SanityClient} from '@sanity/client'
import type {Observable} from 'rxjs'
import type {GateModel} from '../model/gateModel.ts'
import {watchedTypes} from '../model/watchedTypes.ts'
import {observeChanges} from './observeChanges.ts'

const QUERY = '*[_type in $types || _type in ["review", "checkpoint"]]'

/** Tells that it is time to read, as `observeChanges`: gated documents, drafts among them, reviews and checkpoints. */
export function observeTouches(client: SanityClient, model: GateModel): Observable<void> {
  return observeChanges(client, QUERY, {types: watchedTypes(model)})
}
