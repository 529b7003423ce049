import type {SanityClient} from '@sanity/client'
import type {Checkpoint} from '../model/checkpoint.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import type {World} from '../verdict/worldState.ts'
import {fetchOpen} from './fetchCheckpoints.ts'
import {fetchDocuments, loadWorld} from './loadWorld.ts'

/** Everything that the gate holds: as it is published, the drafts beside it by published id, and what goes out together. */
export interface WholeWorld {
  world: World
  drafts: ReadonlyMap<string, GateDocument>
  /** Checkpoints that are open. */
  open: readonly Checkpoint[]
}

const QUERY = '*[_type in $types][!(_id in path("versions.**"))]._id'

/** Reads every gated document, published and draft, past every cache. */
export async function loadAll(client: SanityClient, model: GateModel): Promise<WholeWorld> {
  const types = Object.keys(model.types)
  const [ids, open] = await Promise.all([
    client.fetch<string[]>(QUERY, {types}, {perspective: 'raw', useCdn: false}),
    fetchOpen(client),
  ])
  const draftIds = ids.filter((id) => publishedIdOf(id) !== id)
  const drafts = await fetchDocuments(client, draftIds)
  const world = await loadWorld(client, model, {
    ids: [...new Set(ids.map(publishedIdOf))],
    reading: drafts,
    groups: open.flatMap(({group}) => group ?? []),
  })
  return {
    world,
    drafts: new Map(drafts.map((draft) => [publishedIdOf(draft._id), draft])),
    open,
  }
}
