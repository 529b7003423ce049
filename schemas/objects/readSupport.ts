import type {ValidationContext} from '@sanity/types'
import {API_VERSION} from '../apiVersion.ts'
import {publishedIdOf} from '../publishedIdOf.ts'
import {allReferencedIds} from '../references.ts'
import {
  createSupportGraph,
  supportNamedIn,
  SUPPORTING_TYPES,
  type SupportGraph,
  type SupportingDocument,
} from './supportGraph.ts'

type Context = Pick<ValidationContext, 'document' | 'getClient'>
type Client = ReturnType<ValidationContext['getClient']>

/** The rules of one validation ask within this time; whoever looks again later sees what has changed meanwhile. */
const FRESH_MS = 2000

const known = new WeakMap<object, {readAt: number; graph: Promise<SupportGraph>}>()

/** What the document under validation rests on, read once for all of its rules. */
export function readSupport(context: Context): Promise<SupportGraph> {
  const {document} = context
  if (!document || allReferencedIds(document).length === 0)
    return Promise.resolve(createSupportGraph(new Map()))
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
  const together = fetchTogether(client, document?._id ?? '')
  const documents = new Map<string, SupportingDocument>()
  let ids = allReferencedIds(document)
  while (ids.length > 0) {
    const [going, copies] = await Promise.all([together, fetchCopies(client, ids)])
    const level = ids.flatMap((id) => standingCopy(id, copies, going))
    for (const each of level) documents.set(each._id, each)
    ids = [...new Set(level.flatMap(supportNamedIn))].filter((id) => !documents.has(id))
  }
  return createSupportGraph(documents)
}

/**
 * Published ids of what goes out in one step with the document: the members of every open checkpoint that names it, for
 * those wait for each other. What is out and has a draft does not go out again itself: it stands beside what is out.
 */
async function fetchTogether(client: Client, own: string): Promise<ReadonlySet<string>> {
  const id = publishedIdOf(own)
  const draft = own === id ? `drafts.${id}` : ''
  const found = await client.fetch<string[]>(TOGETHER_QUERY, {id, draft}, {perspective: 'raw'})
  return new Set(found)
}

const TOGETHER_QUERY = `*[_type == "checkpoint"][_id in path("claimGate.checkpoint.*")]
  [!defined(closedAt)][!defined(outcome)][$id in members]
  [count(*[_id == $draft]) == 0].members[]`

const fetchCopies = (client: Client, ids: readonly string[]): Promise<SupportingDocument[]> =>
  client.fetch<SupportingDocument[]>(
    '*[_id in $ids || _id in $draftIds][_type in $types]',
    {ids, draftIds: ids.map((id) => `drafts.${id}`), types: SUPPORTING_TYPES},
    {perspective: 'raw'},
  )

/** As it will stand beside the document: as drafted where both go out together or nothing was published yet. */
function standingCopy(
  id: string,
  copies: readonly SupportingDocument[],
  together: ReadonlySet<string>,
): SupportingDocument[] {
  const published = copies.find(({_id}) => _id === id)
  const draft = copies.find(({_id}) => _id === `drafts.${id}`)
  const copy = together.has(id) ? (draft ?? published) : (published ?? draft)
  return copy ? [{...copy, _id: id}] : []
}
