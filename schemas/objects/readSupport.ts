import type {ValidationContext} from '@sanity/types'
import {API_VERSION} from '../apiVersion.ts'
import {allReferencedIds} from '../references.ts'
import {
  createSupportGraph,
  supportNamedIn,
  SUPPORTING_TYPES,
  type SupportGraph,
  type SupportingDocument,
} from './supportGraph.ts'

type Context = Pick<ValidationContext, 'document' | 'getClient'>

/** The rules of one validation ask within this time; whoever looks again later sees what has changed meanwhile. */
const FRESH_MS = 2000

const known = new WeakMap<object, {readAt: number; graph: Promise<SupportGraph>}>()

/** What the document under validation rests on, read once for all of its rules. */
export function readSupport(context: Context): Promise<SupportGraph> {
  const {document} = context
  if (!document) return Promise.resolve(createSupportGraph(new Map()))
  const before = known.get(document)
  if (before && Date.now() - before.readAt < FRESH_MS) return before.graph
  const graph = readLevels(context)
  known.set(document, {readAt: Date.now(), graph})
  // What failed is tried again by the next rule.
  graph.catch(() => known.delete(document))
  return graph
}

/** One query for each level, whatever the number of documents: slides, then their claims, then the evidence. */
async function readLevels({document, getClient}: Context): Promise<SupportGraph> {
  const client = getClient({apiVersion: API_VERSION})
  const documents = new Map<string, SupportingDocument>()
  let ids = allReferencedIds(document)
  while (ids.length > 0) {
    const copies = await client.fetch<SupportingDocument[]>(
      '*[_id in $ids || _id in $draftIds][_type in $types]',
      {ids, draftIds: ids.map((id) => `drafts.${id}`), types: SUPPORTING_TYPES},
      {perspective: 'raw'},
    )
    const level = ids.flatMap((id) => standingCopy(id, copies))
    for (const each of level) documents.set(each._id, each)
    ids = [...new Set(level.flatMap(supportNamedIn))].filter((id) => !documents.has(id))
  }
  return createSupportGraph(documents)
}

/** As published; as drafted where nothing was published yet. */
function standingCopy(id: string, copies: readonly SupportingDocument[]): SupportingDocument[] {
  const copy = copies.find(({_id}) => _id === id) ?? copies.find(({_id}) => _id === `drafts.${id}`)
  return copy ? [{...copy, _id: id}] : []
}
