import type {SanityClient} from '@sanity/client'
import {contentOf} from '../fingerprint/contentOf.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {readReview, readSeal, sealId, type Review, type Seal} from '../model/gateDocuments.ts'
import {isGated, type GateDocument, type GateModel} from '../model/gateModel.ts'
import type {World} from '../verdict/worldState.ts'
import {fetchAgreements, groupsOf, namedIn, NAMING} from './fetchCheckpoints.ts'
import {inChunks} from './inChunks.ts'

export interface WorldRequest {
  /** Published ids whose closures are wanted. */
  ids?: readonly string[]
  /** What would be published: stands in the world in place of what is. */
  overlay?: readonly GateDocument[]
  /** Documents whose closures are wanted as well, and which do not stand in the world themselves. */
  reading?: readonly GateDocument[]
  basis?: string
  /** Groups whose agreements are wanted besides those of the documents. */
  groups?: readonly string[]
  /** ISO 8601 date-time; the present when absent. */
  now?: string
}

/** Reads everything that judging the documents needs, past every cache, as published and overlaid. */
export async function loadWorld(
  client: SanityClient,
  model: GateModel,
  {ids = [], overlay = [], reading = [], basis = 'published', groups = [], now}: WorldRequest,
): Promise<World> {
  const documents = new Map(overlay.map((document) => [publishedIdOf(document._id), document]))
  let wanted = new Set([
    ...ids,
    ...[...overlay, ...reading].flatMap((document) => contentOf(model, document).references),
  ])
  const asked = new Set(documents.keys())
  for (;;) {
    const next = [...wanted].filter((id) => !asked.has(id))
    if (next.length === 0) break
    next.forEach((id) => asked.add(id))
    const found = await fetchDocuments(client, next)
    wanted = new Set()
    for (const document of found) {
      documents.set(document._id, document)
      if (!isGated(model, document._type)) continue
      contentOf(model, document).references.forEach((id) => wanted.add(id))
    }
  }
  const named = groupsOf(model, [...documents.values(), ...reading])
  const [gate, agreements] = await Promise.all([
    // What is referred to and missing may be about to go out with a checkpoint.
    fetchGate(client, [...new Set([...asked, ...ids])]),
    fetchAgreements(client, model, [...new Set([...named, ...groups])]),
  ])
  return {now: now ?? new Date().toISOString(), basis, documents, ...gate, agreements}
}

/** Documents under exactly these ids, drafts included where they are named. */
export async function fetchDocuments(
  client: SanityClient,
  ids: readonly string[],
): Promise<GateDocument[]> {
  const found: GateDocument[][] = await inChunks(ids, (chunk) =>
    client.fetch<GateDocument[]>('*[_id in $ids]', {ids: chunk}, RAW),
  )
  return found.flat()
}

const RAW = {perspective: 'raw', useCdn: false} as const

interface StoredGate {
  reviews: GateDocument[]
  seals: GateDocument[]
  checkpoints: GateDocument[]
}

const GATE = `{
  "reviews": *[_type == "review"][subject in $ids][_id in path("claimGate.review.**")],
  "seals": *[_id in $sealIds],
  "checkpoints": ${NAMING}
}`

async function fetchGate(
  client: SanityClient,
  ids: readonly string[],
): Promise<Pick<World, 'reviews' | 'seals' | 'checkpoints'>> {
  const parts = await inChunks(ids, (chunk) =>
    client.fetch<StoredGate>(GATE, {ids: chunk, sealIds: chunk.map(sealId)}, RAW),
  )
  const reviews = new Map<string, Review[]>()
  for (const document of parts.flatMap((part) => part.reviews)) {
    const review = readReview(document)
    if (review) reviews.set(review.subject, [...(reviews.get(review.subject) ?? []), review])
  }
  const seals = new Map<string, Seal>(
    parts
      .flatMap((part) => part.seals.map(readSeal))
      .map((seal) => [seal._id.slice('seal-'.length), seal]),
  )
  return {reviews, seals, checkpoints: namedIn(parts.flatMap((part) => part.checkpoints))}
}
