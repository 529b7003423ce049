import type {SanityClient} from '@sanity/client'
import type {GateDocument, GateModel} from '../model/gateModel.ts'

/** The gated documents of a content release, as they would go out with it; their ids begin with `versions.`. */
export function fetchReleaseMembers(
  client: SanityClient,
  model: GateModel,
  release: string,
): Promise<GateDocument[]> {
  return client.fetch<GateDocument[]>(
    '*[_id in path("versions." + $release + ".**")][_type in $types]',
    {release, types: Object.keys(model.types)},
    {perspective: 'raw', useCdn: false},
  )
}
