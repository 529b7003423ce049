import type {SanityClient} from '@sanity/client'
import {retry, timer} from 'rxjs'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateModel} from '../model/gateModel.ts'
import {isRecord} from '../model/record.ts'
import {bringUpToDate} from './bringUpToDate.ts'
import {gatedIds} from './sweep.ts'

export interface Sealer {
  /** Resolves when every change seen so far has been dealt with. */
  settled(): Promise<void>
  stop(): void
}

export interface SealerOptions {
  /** Told of every failure; what failed is tried again with the next sweep, which every reconnection makes. */
  onError: (error: unknown) => void
}

const QUERY = '*[_type in $types || _type == "review"]'
const RETRY_MS = 1000

/**
 * Runs the sealer beside a lake: every change of a gated document and every new review, in order, and a sweep whenever
 * the stream begins, so that nothing is missed between two streams. Resolves when the first sweep is done.
 */
export async function startSealer(
  client: SanityClient,
  model: GateModel,
  {onError}: SealerOptions,
): Promise<Sealer> {
  const work = createQueue((ids) => sealAll(client, model, ids, onError))
  const begun = Promise.withResolvers<void>()
  const sweepAll = async (): Promise<void> => {
    await gatedIds(client, model).then((ids) => work.add(ids), onError)
    await work.settled()
    begun.resolve()
  }
  const subscription = client
    .listen(
      QUERY,
      {types: Object.keys(model.types)},
      {events: ['welcome', 'mutation', 'reconnect'], includeResult: true, visibility: 'query'},
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
      if (event.type === 'mutation') work.add(touched(event.documentId, event.result))
    })
  await begun.promise
  return {settled: () => work.settled(), stop: () => subscription.unsubscribe()}
}

/** Works through ids one batch after another; what arrives meanwhile makes the next batch. */
function createQueue(handle: (ids: readonly string[]) => Promise<void>) {
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

/** One document that cannot be sealed must not keep the others from it. */
async function sealAll(
  client: SanityClient,
  model: GateModel,
  ids: readonly string[],
  onError: (error: unknown) => void,
): Promise<void> {
  try {
    await bringUpToDate(client, model, ids)
  } catch (error) {
    if (ids.length === 1) {
      onError(error)
      return
    }
    for (const id of ids) await bringUpToDate(client, model, [id]).catch(onError)
  }
}

/** A review concerns its subject; a draft concerns nobody until it is published. */
function touched(documentId: string, result: unknown): string[] {
  if (isRecord(result) && result._type === 'review') {
    return typeof result.subject === 'string' ? [result.subject] : []
  }
  return publishedIdOf(documentId) === documentId ? [documentId] : []
}
