import type {SanityClient} from '@sanity/client'
import {idAt, publishedIdOf, type GateModel} from '../../plugins/claim-gate/node.ts'
import {documentsAt} from './documentsAt.ts'
import {readLogs} from './readLogs.ts'

/** A document that recorded an agreement about a group, whether or not it is published still. */
export interface Asked {
  id: string
  /** ISO 8601, when it was first published for that group. */
  since: string
}

const RAW = {perspective: 'raw', useCdn: false} as const

/**
 * The agreement that was published first for each group, as far as the log tells: of what is unpublished a draft is left,
 * and of what was deleted with every draft no id is known.
 */
export async function readAgreements(
  client: SanityClient,
  model: GateModel,
): Promise<Map<string, Asked>> {
  const {agreement} = model.options
  if (!agreement) return new Map()
  const stored = await client.fetch<string[]>(
    '*[_type == $type][!(_id in path("versions.**"))]._id',
    {type: agreement.type},
    RAW,
  )
  const ids = [...new Set(stored.map(publishedIdOf))]
  const logs = await readLogs(client, ids)
  const first = new Map<string, Asked>()
  for (const id of ids) {
    for (const line of logs.get(id) ?? []) {
      const [state] = await documentsAt(client, [id], {revision: line.id})
      const group = state && idAt(state, agreement.groupPath)
      if (group === undefined) continue
      const known = first.get(group)
      if (!known || Date.parse(line.timestamp) < Date.parse(known.since))
        first.set(group, {id, since: line.timestamp})
    }
  }
  return first
}
