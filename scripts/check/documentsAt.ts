import type {SanityClient} from '@sanity/client'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {inParts} from './pages.ts'

/** As many as fit into an address. */
const IN_ADDRESS = 50

/** Documents as they were at a moment, `{time}` or `{revision}`, from the lake's own log. */
export function documentsAt(
  client: SanityClient,
  ids: readonly string[],
  moment: Readonly<Record<string, string>>,
): Promise<GateDocument[]> {
  const {dataset} = client.config()
  return inParts(ids, IN_ADDRESS, async (part) => {
    const url = `/data/history/${dataset}/documents/${part.join(',')}?${new URLSearchParams(moment)}`
    const {documents = []} = await client.request<{documents?: GateDocument[]}>({url})
    return documents
  })
}
