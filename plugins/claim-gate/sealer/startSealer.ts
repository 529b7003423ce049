import type {SanityClient} from '@sanity/client'
import {retry, timer} from 'rxjs'
import type {GateModel} from '../model/gateModel.ts'
import {watchedTypes} from '../model/watchedTypes.ts'
import {clearLeftovers} from './clearLeftovers.ts'
import {handleIds, touchedIds} from './handleEvent.ts'
import {handleReview, isOfReview} from './removedReview.ts'
import {gatedIds} from './sweep.ts'
import {sweepReviews} from './sweepReviews.ts'

export interface Sealer {
  /** Resolves when every change seen so far has been dealt with. */
  settled(): Promise<void>
  stop(): void
}

export interface SealerOptions {
  /** Told of every failure; what failed is tried again with the next sweep, which every reconnection makes. */
  onError: (error: unknown) => void
}

const QUERY = '*[_type in $types || _type in ["review", "checkpoint"]]'
const RETRY_MS = 1000

/**
 * Runs the sealer beside a lake: every change of a gated document, of a review, of a checkpoint and of what was agreed, in order, and a sweep
 * whenever the stream begins, so that nothing is missed between two streams. Resolves when the first sweep is done.
 */
export async function startSealer(
  client: SanityClient,
  model: GateModel,
  {onError}: SealerOptions,
): Promise<Sealer> {
  const work = createQueue((ids) =>
    handleIds(ids, model, client).catch((error: unknown) => eachOf(error).forEach(onError)),
  )
  let recording: Promise<unknown> = Promise.resolve()
  const begun = Promise.withResolvers<void>()
  const sweepAll = async (): Promise<void> => {
    await clearLeftovers(client).catch(onError)
    await gatedIds(client, model).then((ids) => work.add(ids), onError)
    await work.settled()
    recording = recording.then(() => sweepReviews(client, model).catch(onError))
    begun.resolve()
  }
  const subscription = client
    .listen(
      QUERY,
      {types: watchedTypes(model)},
      {
        events: ['welcome', 'mutation', 'reconnect'],
        includeResult: true,
        includePreviousRevision: true,
        visibility: 'query',
      },
    )
    .pipe(
      retry({
        delay: (error: unknown) => {
          onError(error)
          return timer(RETRY_MS)
        },
      }),
    )
    .subscribe((event) => {
      if (event.type === 'welcome') void sweepAll()
      if (event.type !== 'mutation') return
      const {documentId, previous, result} = event
      const change = {documentId, before: previous, after: result}
      if (isOfReview(change))
        recording = recording.then(() => handleReview(client, change).catch(onError))
      work.add(touchedIds(change, model))
    })
  await begun.promise
  const settled = async (): Promise<void> => {
    await recording
    await work.settled()
  }
  return {settled, stop: () => subscription.unsubscribe()}
}

const eachOf = (error: unknown): readonly unknown[] =>
  error instanceof AggregateError ? error.errors : [error]

/** Works through ids one batch after another; what arrives meanwhile makes the next batch. */
function createQueue(handle: (ids: readonly string[]) => Promise<unknown>) {
  const waiting = new Set<string>()
  let working: Promise<void> | undefined
  const work = async (): Promise<void> => {
    while (waiting.size > 0) {
      const ids = [...waiting]
      waiting.clear()
      await handle(ids)
    }
    working = undefined
  }
  return {
    add(ids: readonly string[]): void {
      ids.forEach((id) => waiting.add(id))
      if (waiting.size > 0) working ??= work()
    },
    settled: (): Promise<void> => working ?? Promise.resolve(),
  }
}
