import type {SanityClient} from '@sanity/client'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'

const PAGE = 500
const RAW = {perspective: 'raw', useCdn: false} as const

/** Every document of a type, a page after the other in the order of ids, so that none is held longer than it is needed. */
export async function* pagesOf(client: SanityClient, type: string): AsyncIterable<GateDocument[]> {
  let last = ''
  for (;;) {
    const page = await client.fetch<GateDocument[]>(
      '*[_type == $type][_id > $last] | order(_id asc) [0...$size]',
      {type, last, size: PAGE},
      RAW,
    )
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    last = page.at(-1)?._id ?? ''
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
