import type {SanityClient} from '@sanity/client'
import {PLATFORM_TYPES} from './typeNames.ts'

/** Published ids of the documents of a platform, by type. */
export type PlatformIds = Readonly<Record<string, readonly string[]>>

interface Source {
  _id: string
  _type: string
  restsOn: string[]
}

/** What a source states its message with. What a claim supersedes, who owns it and its files are no part of the message. */
const QUERY = `*[_id in $ids][_type in $types]{
  _id,
  _type,
  "restsOn": array::unique([
    product._ref, claim._ref, evidence._ref,
    ...valuePropositions[]._ref,
    ...pillars[].claims[]._ref,
    ...pillars[].proofPoints[]._ref,
    ...objectionResponses[]._ref,
    ...claims[]._ref,
    ...proofPoints[]._ref,
    ...substantiation[].evidence._ref,
    ...indications[]._ref
  ][defined(@)])
}`

/** A messaging platform and everything that it rests on, as people edit it: drafts before what is published. */
export async function readPlatform(client: SanityClient, platform: string): Promise<PlatformIds> {
  const found = new Map<string, Source>()
  const asked = new Set<string>()
  let ids = [platform]
  while (ids.length > 0) {
    for (const id of ids) asked.add(id)
    const sources = await client.fetch<Source[]>(
      QUERY,
      {ids, types: PLATFORM_TYPES},
      {perspective: 'drafts'},
    )
    for (const source of sources) found.set(source._id, source)
    ids = [...new Set(sources.flatMap(({restsOn}) => restsOn))].filter((id) => !asked.has(id))
  }
  return idsByType([...found.values()])
}

function idsByType(sources: readonly Source[]): PlatformIds {
  return Object.fromEntries(
    PLATFORM_TYPES.map((type) => [
      type,
      sources.flatMap(({_id, _type}) => (_type === type ? [_id] : [])).toSorted(),
    ]),
  )
}
