import type {SanityClient} from '@sanity/client'
import {isOpen} from '../model/checkpoint.ts'
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
}

/** Reads the world of a document on a basis; without one on the checkpoint that it belongs to, or as it is published. */
export async function loadReading(
  client: SanityClient,
  model: GateModel,
  candidate: GateDocument,
  id: string,
  basis?: string,
): Promise<Reading> {
  const basisId = basis ?? (await ownBasis(client, id))
  const checkpoint = basisId === PUBLISHED.id ? undefined : await fetchCheckpoint(client, basisId)
  if (!checkpoint || !isOpen(checkpoint)) {
    return {world: await loadWorld(client, model, {ids: [id], overlay: [candidate]})}
  }
  const within = await loadCheckpoint(client, model, checkpoint)
  if (!checkpoint.members.includes(id)) return {world: within.world, within}
  return {world: overlay(within.world, [[id, candidate]]), within}
}
