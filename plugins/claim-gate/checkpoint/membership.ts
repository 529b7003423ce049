import type {SanityClient} from '@sanity/client'
import {isOpen, type CheckpointKind} from '../model/checkpoint.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {gatedType, isGated, type GateModel} from '../model/gateModel.ts'
import {idAt} from '../model/record.ts'
import {fetchNaming} from '../world/fetchCheckpoints.ts'
import {candidateOf, loadCopies} from '../world/loadCopies.ts'
import {changeCheckpoint, eventBy} from './changeCheckpoint.ts'
import type {Actor, CheckpointRefusal, CheckpointResult} from './checkpointResult.ts'

/** Adds documents to a checkpoint, with which they then go out. */
export function addMembers(
  client: SanityClient,
  model: GateModel,
  id: string,
  documents: readonly string[],
  actor: Actor,
): Promise<CheckpointResult> {
  return changeCheckpoint(client, id, async ({members, kind, group}) => {
    const added = [...new Set(documents.map(publishedIdOf))].filter(
      (each) => !members.includes(each),
    )
    const refused = await refuseMembers(client, model, added, launch(kind, group))
    if (refused) return {refused}
    return {
      set: {members: [...members, ...added]},
      events: added.map((doc) => eventBy(actor, 'added', {doc})),
    }
  })
}

/** Takes a document out of a checkpoint: it goes out by itself then, or waits for another. */
export function removeMember(
  client: SanityClient,
  id: string,
  document: string,
  reason: string,
  actor: Actor,
): Promise<CheckpointResult> {
  return changeCheckpoint(client, id, async ({members}) => {
    const doc = publishedIdOf(document)
    if (!members.includes(doc)) return {refused: {reason: 'notMember', id: doc}}
    if (reason.trim() === '') return {refused: {reason: 'reasonMissing'}}
    return {
      set: {members: members.filter((each) => each !== doc)},
      events: [eventBy(actor, 'removed', {doc, reason: reason.trim()})],
    }
  })
}

/** The launch of whose documents a checkpoint is. */
export const launch = (kind: CheckpointKind, group: string | undefined): string | undefined =>
  kind === 'launch' ? group : undefined

/**
 * Why documents cannot become members: there is none, the gate does not hold it, it is of another launch, or in another
 * open checkpoint.
 */
export async function refuseMembers(
  client: SanityClient,
  model: GateModel,
  documents: readonly string[],
  launched: string | undefined,
): Promise<CheckpointRefusal | undefined> {
  const [copies, named] = await Promise.all([
    loadCopies(client, documents),
    fetchNaming(client, documents),
  ])
  for (const each of copies) {
    const {id} = each
    const candidate = candidateOf(each)
    if (!candidate) return {reason: 'notThere', id}
    if (!isGated(model, candidate._type)) return {reason: 'notGated', id}
    const path = gatedType(model, candidate._type)?.firstPublish?.groupPath
    const group = path === undefined ? undefined : idAt(candidate, path)
    if (launched !== undefined && group !== undefined && group !== launched)
      return {reason: 'otherGroup'}
    const other = named.get(id)?.find(isOpen)
    if (other) return {reason: 'elsewhere', id, checkpoint: other._id}
  }
  return undefined
}
