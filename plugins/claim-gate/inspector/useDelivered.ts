import {useEffect, useState} from 'react'
import {useClient} from 'sanity'
import {API_VERSION} from '../apiVersion.ts'
import {ALIGNED_ASSET_QUERY} from '../delivery/queries.ts'
import {isRecord} from '../model/record.ts'
import type {World} from '../verdict/worldState.ts'

/** What the ready query answers for one document. */
export type Delivered =
  | {status: 'asking' | 'no'}
  | {status: 'error'}
  | {status: 'yes'; code: string; validUntil: string | undefined}

/** Asks the ready query, as any portal would, each time the document's world moves. */
export function useDelivered(id: string, world: World): Delivered {
  const client = useClient({apiVersion: API_VERSION})
  const [delivered, setDelivered] = useState<Delivered>({status: 'asking'})
  const {documents, seals, reviews} = world
  useEffect(() => {
    const controller = new AbortController()
    client
      .fetch<unknown>(
        ALIGNED_ASSET_QUERY,
        {id},
        {perspective: 'published', useCdn: false, signal: controller.signal},
      )
      .then(
        (found) => setDelivered(read(found)),
        () => {
          if (!controller.signal.aborted) setDelivered({status: 'error'})
        },
      )
    return () => controller.abort()
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- asked again whenever the world moves
  }, [client, id, documents, seals, reviews])
  return delivered
}

function read(found: unknown): Delivered {
  if (!isRecord(found)) return {status: 'no'}
  return {
    status: 'yes',
    code: typeof found.code === 'string' ? found.code : '',
    validUntil: typeof found.validUntil === 'string' ? found.validUntil : undefined,
  }
}
