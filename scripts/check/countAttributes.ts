import type {SanityClient} from '@sanity/client'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {attributesOf} from './attributesOf.ts'
import type {AttributeCount} from './report.ts'

const RAW = {perspective: 'raw', useCdn: false} as const
const PAGE = 500

/** What a snapshot holds is one text, whatever its length; it is read nowhere here. */
const PAGE_QUERY = '*[_id in $ids]{..., _type == "snapshot" => {"content": ""}}'

/** How many attributes the dataset has in all, and which type has most; a hosted plan has a limit for them. */
export async function countAttributes(client: SanityClient): Promise<AttributeCount> {
  const ids = await client.fetch<string[]>('*[!(_id in path("_.**"))]._id', {}, RAW)
  const byType = new Map<string, Set<string>>()
  for (let start = 0; start < ids.length; start += PAGE) {
    const part = ids.slice(start, start + PAGE)
    const page = await client.fetch<GateDocument[]>(PAGE_QUERY, {ids: part}, RAW)
    for (const document of page) {
      const known = byType.get(document._type) ?? new Set()
      for (const attribute of attributesOf(document)) known.add(attribute)
      byType.set(document._type, known)
    }
  }
  const counts = [...byType].map(([type, attributes]) => ({type, count: attributes.size}))
  const [largest] = counts.toSorted((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1))
  const all = new Set([...byType.values()].flatMap((attributes) => [...attributes]))
  return {count: all.size, ...(largest ? {largest} : {})}
}
