import type {SanityClient} from '@sanity/client'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import type {World} from '../verdict/worldState.ts'
import {fetchDocuments, loadWorld} from './loadWorld.ts'

/** Everything that the gate holds: as it is published, and the drafts beside it by published id. */
export interface WholeWorld {
  world: World
  drafts: ReadonlyMap<string, GateDocument>
}

const QUERY = '*[_type in $types][!(_id in path("versions.**"))]._id'

/** Reads every gated document, published and draft, past every cache. */
export async function loadAll(client: SanityClient, model: GateModel): Promise<WholeWorld> {
  const types = Object.keys(model.types)
  const ids = await client.fetch<string[]>(QUERY, {types}, {perspective: 'raw', useCdn: false})
  const draftIds = ids.filter((id) => publishedIdOf(id) !== id)
  const drafts = await fetchDocuments(client, draftIds)
  const world = await loadWorld(client, model, {
    ids: [...new Set(ids.map(publishedIdOf))],
    reading: drafts,
  })
  return {
    world,
    drafts: new Map(drafts.map((draft) => [publishedIdOf(draft._id), draft])),
  }
}
