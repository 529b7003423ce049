import type {SanityClient} from '@sanity/client'
import {GATE_TYPES} from '../../plugins/claim-gate/model/gateModel.ts'
import type {GateModel} from '../../plugins/claim-gate/node.ts'

/**
 * Of a dataset in which nothing is to be seen nothing can be said.
 * @throws Error when there is no document that the gate holds, and none of its own.
 */
export async function assertSeen(client: SanityClient, model: GateModel): Promise<void> {
  const {projectId = '', dataset = ''} = client.config()
  const seen = await client.fetch<number>(
    'count(*[_type in $types])',
    {types: [...Object.keys(model.types), ...GATE_TYPES]},
    {perspective: 'raw', useCdn: false},
  )
  if (seen > 0) return
  throw new Error(
    `${projectId}/${dataset} shows no document that the gate holds, and none of the gate: look whether THROUGHLINE_DATA, THROUGHLINE_LAKE_URL or SANITY_STUDIO_DATASET names the dataset that you mean, and whether SANITY_AUTH_TOKEN may read it`,
  )
}
