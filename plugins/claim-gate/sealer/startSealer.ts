import type {SanityClient} from '@sanity/client'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateModel} from '../model/gateModel.ts'
import {isRecord} from '../model/record.ts'
import {bringUpToDate} from './bringUpToDate.ts'
import {sweep} from './sweep.ts'

export interface Sealer {
  /** Resolves when every change seen so far has been dealt with. */
  settled(): Promise<void>
  stop(): void
}

export interface SealerOptions {
  /** Told of every failure; the change is not lost, the next sweep repairs it. */
  onError: (error: unknown) => void
}

const QUERY = '*[_type in $types || _type == "review"]'

/** Runs the sealer beside a lake: one sweep, then every change of a gated document and every new review, in order. */
export async function startSealer(
  client: SanityClient,
  model: GateModel,
  {onError}: SealerOptions,
): Promise<Sealer> {
  const waiting = new Set<string>()
  let working: Promise<void> | undefined
  const work = async (): Promise<void> => {
    while (waiting.size > 0) {
      const ids = [...waiting]
      waiting.clear()
      await bringUpToDate(client, model, ids).catch(onError)
    }
    working = undefined
  }
  const enqueue = (ids: readonly string[]): void => {
    ids.forEach((id) => waiting.add(id))
    if (waiting.size > 0) working ??= work()
  }
  const sweepAgain = async (): Promise<void> => {
    await sweep(client, model).catch(onError)
  }
  const subscription = client
    .listen(
      QUERY,
      {types: Object.keys(model.types)},
      {
        events: ['welcome', 'mutation', 'reconnect'],
        includeResult: true,
        includePreviousRevision: false,
        visibility: 'query',
      },
    )
    .subscribe({
      next: (event) => {
        if (event.type === 'mutation') enqueue(touched(event.documentId, event.result))
      },
      error: onError,
    })
  await sweepAgain()
  return {settled: () => working ?? Promise.resolve(), stop: () => subscription.unsubscribe()}
}

/** A review concerns its subject; a draft concerns nobody until it is published. */
function touched(documentId: string, result: unknown): string[] {
  if (isRecord(result) && result._type === 'review') {
    return typeof result.subject === 'string' ? [result.subject] : []
  }
  return publishedIdOf(documentId) === documentId ? [documentId] : []
}
