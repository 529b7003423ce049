import type {SanityClient} from '@sanity/client'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'

const PAGE = 500
/** As it is stored, and not from a cache. */
export const RAW = {perspective: 'raw', useCdn: false} as const

/** Every document of a type that there is now, a page after the other, so that none is held longer than it is needed. */
export async function* pagesOf(client: SanityClient, type: string): AsyncIterable<GateDocument[]> {
  const ids = await client.fetch<string[]>('*[_type == $type] | order(_id asc) ._id', {type}, RAW)
  for (let start = 0; start < ids.length; start += PAGE) {
    const page = ids.slice(start, start + PAGE)
    yield await client.fetch<GateDocument[]>('*[_id in $ids] | order(_id asc)', {ids: page}, RAW)
  }
}

/** What an operation gives for parts of a list, put together again. */
export async function inParts<T, R>(
  list: readonly T[],
  size: number,
  read: (part: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const results: R[] = []
  for (let start = 0; start < list.length; start += size) {
    results.push(...(await read(list.slice(start, start + size))))
  }
  return results
}
