import type {SanityClient} from '@sanity/client'
import {isOpen, type Checkpoint} from '../model/checkpoint.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import type {CheckpointWorld} from '../verdict/checkpointWorld.ts'
import {overlay, type World} from '../verdict/worldState.ts'
import {ownBasis, PUBLISHED} from './loadBasis.ts'
import {fetchCheckpoint, loadCheckpoint} from './loadCheckpoint.ts'
import {loadWorld} from './loadWorld.ts'

/** The world in which a document is read, and the checkpoint that is its basis, if one is. */
export interface Reading {
  world: World
  within?: CheckpointWorld
  /** The copy that is out is read, and not the draft. */
  isAside: boolean
}

/** Reads the world of a document on a basis; without one on the checkpoint that it belongs to, or as it is published. */
export async function loadReading(
  client: SanityClient,
  model: GateModel,
  candidate: GateDocument,
  id: string,
  basis?: string,
): Promise<Reading> {
  const own = await ownBasis(client, id)
  const asked = basis === undefined ? undefined : await openCheckpoint(client, basis)
  const checkpoint =
    asked ?? (basis === PUBLISHED.id ? undefined : await openCheckpoint(client, own))
  if (!checkpoint) {
    // Of a member that is read as it is published, the copy that is out is meant.
    const isAside = own !== PUBLISHED.id && basis === PUBLISHED.id
    const overlaid = isAside ? [] : [candidate]
    return {world: await loadWorld(client, model, {ids: [id], overlay: overlaid}), isAside}
  }
  const within = await loadCheckpoint(client, model, checkpoint)
  if (!checkpoint.members.includes(id)) return {world: within.world, within, isAside: true}
  return {world: overlay(within.world, [[id, candidate]]), within, isAside: false}
}

/** A checkpoint that has been closed meanwhile is no basis any more. */
async function openCheckpoint(client: SanityClient, id: string): Promise<Checkpoint | undefined> {
  const checkpoint = id === PUBLISHED.id ? undefined : await fetchCheckpoint(client, id)
  return checkpoint && isOpen(checkpoint) ? checkpoint : undefined
}
