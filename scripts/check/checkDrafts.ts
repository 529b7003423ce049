import type {SanityClient} from '@sanity/client'
import {
  candidateOf,
  fetchOpen,
  judge,
  judgeCheckpoint,
  loadCheckpoint,
  loadCopies,
  loadWorld,
  publishedIdOf,
  type GateModel,
} from '../../plugins/claim-gate/node.ts'
import {inParts} from './pages.ts'
import {reported, type DraftReport} from './report.ts'

/** Each draft is judged in the world of its part: a small one is laid over quickly. */
const PART = 50

/** Where every draft stands that the gate holds: as it would be published by itself, or with its checkpoint. */
export async function checkDrafts(client: SanityClient, model: GateModel): Promise<DraftReport[]> {
  const drafts = await client.fetch<string[]>(
    '*[_type in $types][_id in path("drafts.**")]._id',
    {types: Object.keys(model.types)},
    {perspective: 'raw', useCdn: false},
  )
  const together = await withCheckpoints(client, model)
  const ids = drafts.map(publishedIdOf).toSorted()
  const alone = ids.filter((id) => !together.has(id))
  const judged = await inParts(alone, PART, (part) => byThemselves(client, model, part))
  const reports = new Map([...together, ...judged.map((each) => [each.id, each] as const)])
  return ids.flatMap((id) => reports.get(id) ?? [])
}

/** By id, the drafts that go out with an open checkpoint. */
async function withCheckpoints(
  client: SanityClient,
  model: GateModel,
): Promise<Map<string, DraftReport>> {
  const reports = new Map<string, DraftReport>()
  for (const checkpoint of await fetchOpen(client)) {
    const within = await loadCheckpoint(client, model, checkpoint)
    for (const {id, document, verdict} of judgeCheckpoint(model, within).members) {
      const report = {id, type: document._type, ...reported(verdict), checkpoint: checkpoint._id}
      reports.set(id, report)
    }
  }
  return reports
}

async function byThemselves(
  client: SanityClient,
  model: GateModel,
  ids: readonly string[],
): Promise<DraftReport[]> {
  const candidates = (await loadCopies(client, ids)).flatMap((copies) => candidateOf(copies) ?? [])
  const world = await loadWorld(client, model, {ids, reading: candidates})
  return candidates.map((candidate) => {
    const verdict = judge(model, candidate, world)
    const {_id, _type: type} = candidate
    return {id: publishedIdOf(_id), type, ...reported(verdict)}
  })
}
