import type {MutationEvent, SanityClient} from '@sanity/client'
import {
  BehaviorSubject,
  catchError,
  concatMap,
  debounceTime,
  distinctUntilChanged,
  filter,
  from,
  merge,
  of,
  ReplaySubject,
  share,
  switchMap,
  tap,
  timer,
  type Observable,
} from 'rxjs'
import {contentOf} from '../fingerprint/contentOf.ts'
import {CHECKPOINT_PREFIX} from '../model/checkpoint.ts'
import {draftIdOf} from '../model/documentIds.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {watchedTypes} from '../model/watchedTypes.ts'
import {isRecord} from '../model/record.ts'
import type {CheckpointWorld} from '../verdict/checkpointWorld.ts'
import type {World} from '../verdict/worldState.ts'
import {loadReading, type Reading} from './loadReading.ts'
import {rereading} from './rereading.ts'
import {observeChanges} from './observeChanges.ts'

/** What stands of a world: it is on its way, it is there, or it could not be read. */
export type Observed =
  | {status: 'loading'}
  | ({status: 'ready'} & Reading)
  | {status: 'error'; error: unknown}

type Touch = {id: string; subject: string | undefined} | 'everything'

const QUERY =
  '*[_type in $types || _type in ["review", "seal", "checkpoint"]][!(_id in path("drafts.**"))]'
/** Several documents of one transaction arrive as several events. */
const GATHER_MS = 60
/** A form that is closed and opened again finds its world still there. */
const KEEP_MS = 5000

const touchesOf = new WeakMap<SanityClient, Observable<Touch>>()

/**
 * Watches the world of one document that would be published: read at once, and again whenever a member of it, a seal or
 * a review of any of them changes, or the draft of anything that goes out with it. On a basis, or on its own.
 */
export function observeWorld(
  client: SanityClient,
  model: GateModel,
  candidate: GateDocument,
  id: string,
  basis?: string,
): Observable<Observed> {
  const state: {world?: World} = {}
  const companions = new BehaviorSubject('')
  const load = (): Observable<Observed> =>
    from(loadReading(client, model, candidate, id, basis)).pipe(
      tap(({world, within}) => {
        state.world = world
        companions.next(draftsOf(within))
      }),
      concatMap((reading) => of<Observed>({status: 'ready', ...reading})),
      catchError((error: unknown) => of<Observed>({status: 'error', error})),
    )
  const changes = merge(
    touches(client, model).pipe(
      filter((touch) => !state.world || concerns(touch, state.world, id, model)),
    ),
    companions.pipe(
      distinctUntilChanged(),
      switchMap((ids) =>
        ids === '' ? of() : observeChanges(client, '*[_id in $ids]', {ids: ids.split(' ')}),
      ),
    ),
  ).pipe(debounceTime(GATHER_MS))
  return merge(of(null), changes).pipe(
    rereading(load),
    share({
      connector: () => new ReplaySubject<Observed>(1),
      resetOnRefCountZero: () => timer(KEEP_MS),
    }),
  )
}

/** Drafts that go out together: what is said of the others depends on each of them. */
const draftsOf = (within: CheckpointWorld | undefined): string =>
  (within?.checkpoint.members ?? []).map(draftIdOf).join(' ')

/** What is referred to and not there yet is watched for as well. */
function isMissing(id: string, world: World, model: GateModel): boolean {
  return [...world.documents.values()].some((document) =>
    contentOf(model, document).references.includes(id),
  )
}

function concerns(touch: Touch, world: World, id: string, model: GateModel): boolean {
  if (touch === 'everything') return true
  const about = [touch.id, touch.id.replace(/^seal-/u, ''), touch.subject ?? '']
  return about.some(
    (each) => each === id || world.documents.has(each) || isMissing(each, world, model),
  )
}

/** Whether what goes out together has changed, which any document may be part of. */
function isTogether(model: GateModel, {result, documentId}: MutationEvent): boolean {
  if (documentId.startsWith(CHECKPOINT_PREFIX)) return true
  return isRecord(result) && result._type === model.options.agreement?.type
}

/** One stream of events for all the documents that one client watches. */
function touches(client: SanityClient, model: GateModel): Observable<Touch> {
  const known = touchesOf.get(client)
  if (known) return known
  const stream = client
    .listen(
      QUERY,
      {types: watchedTypes(model)},
      {events: ['welcome', 'mutation', 'reconnect'], includeResult: true, visibility: 'query'},
    )
    .pipe(
      concatMap((event): Observable<Touch> => {
        if (event.type === 'welcome') return of('everything')
        if (event.type !== 'mutation') return of()
        const {result} = event
        if (isTogether(model, event)) return of('everything')
        const subject =
          isRecord(result) && typeof result.subject === 'string' ? result.subject : undefined
        return of({id: event.documentId, subject})
      }),
      share({resetOnRefCountZero: () => timer(KEEP_MS)}),
    )
  touchesOf.set(client, stream)
  return stream
}
