import {
  asapScheduler,
  catchError,
  concat,
  defer,
  distinctUntilChanged,
  map,
  of,
  ReplaySubject,
  share,
  subscribeOn,
  switchMap,
  tap,
  timer,
  type Observable,
} from 'rxjs'
import type {CollectionBuilder, StructureBuilder} from 'sanity/structure'
import {wordsPane} from './wordsPane.ts'

/** A pane that is left for a moment, to look into a document, is not read anew. */
const KEPT_MS = 30_000
const AGAIN_AFTER_MS = 5000

type Outcome<T> = {value: T} | {error: unknown}

interface LivePane<T> {
  id: string
  title: string
  read: Observable<T>
  build: (value: T) => CollectionBuilder
}

/**
 * A pane that follows the data. It first says that it is reading, without having asked: the Studio looks at the first
 * answer of every pane when it looks for the place of a document. A pane is built anew only when what was read differs.
 */
export function livePane<T>(
  S: StructureBuilder,
  {id, title, read, build}: LivePane<T>,
): Observable<CollectionBuilder> {
  let isKnown = false
  const forget = () => {
    isKnown = false
  }
  const panes = read.pipe(
    map((value): Outcome<T> => ({value})),
    catchError((error: unknown, again) =>
      concat(of({error}), timer(AGAIN_AFTER_MS).pipe(switchMap(() => again))),
    ),
    distinctUntilChanged((a, b) => JSON.stringify(a) === JSON.stringify(b)),
    map((outcome) =>
      'error' in outcome
        ? wordsPane(S, {id, title, text: unread(outcome.error)})
        : build(outcome.value),
    ),
    tap(() => {
      isKnown = true
    }),
    share({
      connector: () => new ReplaySubject(1),
      resetOnRefCountZero: () => timer(KEPT_MS).pipe(tap(forget)),
    }),
  )
  const waiting = () => wordsPane(S, {id, title, text: 'Reading…', isReading: true})
  return defer(() =>
    isKnown
      ? panes
      : concat(
          defer(() => of(waiting())),
          // In a moment: whoever wanted the first answer alone has left by then, though not while it is being given.
          panes.pipe(subscribeOn(asapScheduler)),
        ),
  )
}

function unread(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error)
  return `This could not be read, and is tried again: ${reason}`
}
