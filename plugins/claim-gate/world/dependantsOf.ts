import type {SanityClient} from '@sanity/client'
import type {GateModel} from '../model/gateModel.ts'

const QUERY = `*[references($ids)][_type in $types][!(_id in path("drafts.**"))][!(_id in path("versions.**"))]._id`

/** Ids of every published gated document that rests on any of these, over any number of steps. */
export async function dependantsOf(
  client: SanityClient,
  model: GateModel,
  ids: readonly string[],
): Promise<string[]> {
  const types = Object.keys(model.types)
  const found = new Set<string>()
  let level = [...new Set(ids)]
  while (level.length > 0) {
    const next = await client.fetch<string[]>(
      QUERY,
      {ids: level, types},
      {perspective: 'raw', useCdn: false},
    )
    level = [...new Set(next)].filter((id) => !found.has(id) && !ids.includes(id))
    level.forEach((id) => found.add(id))
  }
  return [...found]
}
