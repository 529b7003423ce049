import type {SanityClient} from '@sanity/client'
import {byMember, readCheckpoint, type Checkpoint} from '../model/checkpoint.ts'
import {draftIdOf} from '../model/documentIds.ts'
import {
  gatedType,
  type AgreementOptions,
  type GateDocument,
  type GateModel,
} from '../model/gateModel.ts'
import {idAt} from '../model/record.ts'
import type {World} from '../verdict/worldState.ts'
import {inChunks} from './inChunks.ts'

const RAW = {perspective: 'raw', useCdn: false} as const
const STORED = '*[_type == "checkpoint"][_id in path("claimGate.checkpoint.*")]'
const OPEN = `${STORED}[!defined(closedAt)][!defined(outcome)]`
/** Checkpoints, open or passed, that name any of `$ids`. */
export const NAMING = `${STORED}[!defined(outcome) || outcome == "passed"][count(members[@ in $ids]) > 0]`

/** Stored checkpoints, some of them perhaps more than once, by each document that they name. */
export function namedIn(stored: readonly GateDocument[]): World['checkpoints'] {
  const found = new Map(stored.map((document) => [document._id, document]))
  return byMember([...found.values()].flatMap((document) => readCheckpoint(document) ?? []))
}

/** Checkpoints, open or passed, that name any of these documents; by document. */
export async function fetchNaming(
  client: SanityClient,
  ids: readonly string[],
): Promise<World['checkpoints']> {
  const parts = await inChunks(ids, (chunk) =>
    client.fetch<GateDocument[]>(NAMING, {ids: chunk}, RAW),
  )
  return namedIn(parts.flat())
}

/** Every checkpoint that is open. */
export async function fetchOpen(client: SanityClient): Promise<Checkpoint[]> {
  const found = await client.fetch<GateDocument[]>(OPEN, {}, RAW)
  return found.flatMap((document) => readCheckpoint(document) ?? [])
}

/** Whether one open checkpoint names both, and the second has a draft that can go out with it. Both are published ids. */
export function goOutTogether(
  client: SanityClient,
  [first, second]: readonly [string, string],
): Promise<boolean> {
  const together = `count(${OPEN}[$first in members][$second in members]) > 0`
  const params = {first, second, draft: draftIdOf(second)}
  return client.fetch<boolean>(`${together} && count(*[_id == $draft]) > 0`, params, RAW)
}

/** Closed ones are kept for ever; so many of them are shown. */
const CLOSED = `${STORED}[defined(outcome)] | order(closedAt desc)[0...50]`

/** The checkpoints that were closed last, newest first. */
export async function fetchClosed(client: SanityClient): Promise<Checkpoint[]> {
  const found = await client.fetch<GateDocument[]>(CLOSED, {}, RAW)
  return found.flatMap((document) => readCheckpoint(document) ?? [])
}

/** What was agreed about the groups of these documents, as it is published; by group. */
export async function fetchAgreements(
  client: SanityClient,
  model: GateModel,
  groups: readonly string[],
): Promise<World['agreements']> {
  const {agreement} = model.options
  if (!agreement || groups.length === 0) return new Map()
  const {groupPath} = agreement
  const parts = await inChunks(groups, (chunk) =>
    client.fetch<GateDocument[]>(
      agreementsWhere(`[${groupPath}._ref in $groups || ${groupPath} in $groups]`),
      {type: agreement.type, groups: chunk},
      RAW,
    ),
  )
  return byGroup(agreement, parts.flat())
}

/** All that was agreed, as it is published; by group. */
export async function fetchAllAgreements(
  client: SanityClient,
  model: GateModel,
): Promise<World['agreements']> {
  const {agreement} = model.options
  if (!agreement) return new Map()
  const {type} = agreement
  return byGroup(agreement, await client.fetch<GateDocument[]>(agreementsWhere(''), {type}, RAW))
}

/** Of several about one group the newest counts. */
const agreementsWhere = (filter: string): string =>
  `*[_type == $type]${filter}[!(_id in path("drafts.**"))][!(_id in path("versions.**"))] | order(_createdAt asc)`

function byGroup(
  {groupPath}: AgreementOptions,
  documents: readonly GateDocument[],
): World['agreements'] {
  return new Map(
    documents.flatMap((document): [string, GateDocument][] => {
      const group = idAt(document, groupPath)
      return group === undefined ? [] : [[group, document]]
    }),
  )
}

/** The groups of documents that first go out through a checkpoint. */
export function groupsOf(model: GateModel, documents: Iterable<GateDocument>): string[] {
  const groups = [...documents].flatMap((document) => {
    const path = gatedType(model, document._type)?.firstPublish?.groupPath
    return (path === undefined ? undefined : idAt(document, path)) ?? []
  })
  return [...new Set(groups)]
}
