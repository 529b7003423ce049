import type {SanityClient} from '@sanity/client'
import {trialModel} from '../../../plugins/claim-gate/fixtures/trialSchema.ts'
import {
  judge,
  loadWorld,
  type GateDocument,
  type Verdict,
} from '../../../plugins/claim-gate/node.ts'

/** The verdict on the draft, or on what is published where there is none. */
export async function verdictOnCopy(
  client: SanityClient,
  id: string,
): Promise<Verdict | undefined> {
  const world = await loadWorld(client, trialModel, {ids: [id]})
  const candidate =
    (await client.getDocument<GateDocument>(`drafts.${id}`)) ?? world.documents.get(id)
  return candidate && judge(trialModel, candidate, world)
}
