import type {SanityClient} from '@sanity/client'
import {judge, loadWorld, type GateModel, type State} from '../../../plugins/claim-gate/node.ts'

/** Where published documents stand, at this moment or at another one (ISO 8601). */
export async function statesOf(
  client: SanityClient,
  model: GateModel,
  ids: readonly string[],
  now?: string,
): Promise<(State | undefined)[]> {
  const world = await loadWorld(client, model, {ids, ...(now ? {now} : {})})
  return ids.map((id) => {
    const document = world.documents.get(id)
    return document && judge(model, document, world).state
  })
}
