import type {SanityClient} from '@sanity/client'
import {useDeferredValue, useEffect, useMemo, useState} from 'react'
import {useClient} from 'sanity'
import type {Observable} from 'rxjs'
import {API_VERSION} from '../apiVersion.ts'
import {heldBy, readingOf, type CheckpointReading} from './checkpointHold.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {judge} from '../verdict/judge.ts'
import type {Verdict} from '../verdict/verdict.ts'
import type {World} from '../verdict/worldState.ts'
import {observeWorld, type Observed} from '../world/observeWorld.ts'

/** Where a document in the Studio stands at this moment. */
export type VerdictState =
  | {status: 'loading'}
  | {status: 'error'; error: unknown; retry: () => void}
  | {
      status: 'ready'
      verdict: Verdict
      world: World
      /** What is judged: on the basis of a checkpoint that it does not belong to, the copy that is out. */
      candidate: GateDocument
      checkpoint?: CheckpointReading
    }

/** Dates begin and end while a form stands open. */
const CLOCK_MS = 30_000

/**
 * Judges what would be published, again at every change of it, of anything that it rests on and of any review; with the
 * checkpoint that it belongs to, or on the basis that is given.
 */
export function useVerdict(
  model: GateModel,
  id: string,
  typed: GateDocument | undefined,
  basis?: string,
): VerdictState {
  const client = useClient({apiVersion: API_VERSION})
  const candidate = useAfterTyping(typed)
  const references = candidate ? contentOf(model, candidate).references.join(' ') : undefined
  const [attempt, setAttempt] = useState(0)
  const observed = useObserved(
    useMemo(
      () =>
        candidate
          ? watched(client, `${id} ${references} ${attempt} ${basis}`, () =>
              observeWorld(client, model, candidate, id, basis),
            )
          : undefined,
      // oxlint-disable-next-line react/exhaustive-deps -- a world depends on what is referred to, not on every keystroke
      [client, model, id, references, attempt, basis, candidate === undefined],
    ),
  )
  const now = useClock()
  return useMemo((): VerdictState => {
    if (!candidate || observed.status === 'loading') return {status: 'loading'}
    if (observed.status === 'error')
      return {...observed, retry: () => setAttempt((count) => count + 1)}
    const world = {
      ...observed.world,
      now: new Date(Math.max(now, Date.parse(observed.world.now))).toISOString(),
    }
    const {within, isAside} = observed
    const judged = (isAside && world.documents.get(id)) || candidate
    const verdict = judge(model, judged, world)
    if (!within) return {status: 'ready', verdict, world, candidate: judged}
    const checkpoint = readingOf(model, within, id, verdict)
    return {
      status: 'ready',
      verdict: heldBy(verdict, checkpoint),
      world,
      candidate: judged,
      checkpoint,
    }
  }, [model, id, candidate, observed, now])
}

/** Judged once the key that was pressed is on the screen, and at once where it is another document. */
function useAfterTyping(typed: GateDocument | undefined): GateDocument | undefined {
  const deferred = useDeferredValue(typed)
  const isSame = deferred && typed && publishedIdOf(deferred._id) === publishedIdOf(typed._id)
  return isSame ? deferred : typed
}

/** Badge, action and inspector of one document watch one world. */
const worldsOf = new WeakMap<SanityClient, Map<string, Observable<Observed>>>()
const WORLDS = 50

function watched(
  client: SanityClient,
  key: string,
  create: () => Observable<Observed>,
): Observable<Observed> {
  const worlds = worldsOf.get(client) ?? new Map<string, Observable<Observed>>()
  worldsOf.set(client, worlds)
  const world = worlds.get(key) ?? create()
  worlds.delete(key)
  worlds.set(key, world)
  const [oldest] = worlds.keys()
  if (worlds.size > WORLDS && oldest !== undefined) worlds.delete(oldest)
  return world
}

function useObserved(observable: Observable<Observed> | undefined): Observed {
  const [state, setState] = useState<{from: Observable<Observed> | undefined; value: Observed}>({
    from: undefined,
    value: {status: 'loading'},
  })
  useEffect(() => {
    const subscription = observable?.subscribe({
      next: (value) => setState({from: observable, value}),
      error: (error: unknown) => setState({from: observable, value: {status: 'error', error}}),
    })
    return () => subscription?.unsubscribe()
  }, [observable])
  return state.from === observable ? state.value : {status: 'loading'}
}

function useClock(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), CLOCK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
