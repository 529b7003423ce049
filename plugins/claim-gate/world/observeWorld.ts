import type {SanityClient} from '@sanity/client'
import {
  catchError,
  concatMap,
  debounceTime,
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
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {isRecord} from '../model/record.ts'
import type {World} from '../verdict/worldState.ts'
import {loadWorld} from './loadWorld.ts'

/** What stands of a world: it is on its way, it is there, or it could not be read. */
export type Observed =
  | {status: 'loading'}
  | {status: 'ready'; world: World}
  | {status: 'error'; error: unknown}

type Touch = {id: string; subject: string | undefined} | 'everything'

const QUERY =
  '*[_type in $types || _type == "review" || _type == "seal"][!(_id in path("drafts.**"))]'
/** Several documents of one transaction arrive as several events. */
const GATHER_MS = 60
/** A form that is closed and opened again finds its world still there. */
const KEEP_MS = 5000

const touchesOf = new WeakMap<SanityClient, Observable<Touch>>()

/**
 * Watches the world of one document that would be published: read at once, and again whenever a member of it, a seal or
 * a review of any of them changes.
 */
export function observeWorld(
  client: SanityClient,
  model: GateModel,
  candidate: GateDocument,
  id: string,
): Observable<Observed> {
  const state: {world?: World} = {}
  const load = (): Observable<Observed> =>
    from(loadWorld(client, model, {ids: [id], overlay: [candidate]})).pipe(
      tap((world) => {
        state.world = world
      }),
      concatMap((world) => of<Observed>({status: 'ready', world})),
      catchError((error: unknown) => of<Observed>({status: 'error', error})),
    )
  const changes = touches(client, model).pipe(
    filter((touch) => !state.world || concerns(touch, state.world, id, model)),
    debounceTime(GATHER_MS),
  )
  return merge(of(null), changes).pipe(
    switchMap(load),
    share({
      connector: () => new ReplaySubject<Observed>(1),
      resetOnRefCountZero: () => timer(KEEP_MS),
    }),
  )
}

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

/** One stream of events for all the documents that one client watches. */
function touches(client: SanityClient, model: GateModel): Observable<Touch> {
  const known = touchesOf.get(client)
  if (known) return known
  const stream = client
    .listen(
      QUERY,
      {types: Object.keys(model.types)},
      {events: ['welcome', 'mutation', 'reconnect'], includeResult: true, visibility: 'query'},
    )
    .pipe(
      concatMap((event): Observable<Touch> => {
        if (event.type === 'welcome') return of('everything')
        if (event.type !== 'mutation') return of()
        const {result} = event
        const subject =
          isRecord(result) && typeof result.subject === 'string' ? result.subject : undefined
        return of({id: event.documentId, subject})
      }),
      share({resetOnRefCountZero: () => timer(KEEP_MS)}),
    )
  touchesOf.set(client, stream)
  return stream
}
