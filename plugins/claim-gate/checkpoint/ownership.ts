import type {SanityClient} from '@sanity/client'
import {setAsideIn} from '../model/checkpoint.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateModel} from '../model/gateModel.ts'
import {dependantsOf} from '../world/dependantsOf.ts'
import {changeCheckpoint, eventBy} from './changeCheckpoint.ts'
import type {Actor, CheckpointResult} from './checkpointResult.ts'

/** Lets a dependant go stale when a change goes out; its owner alone may, and says why. */
export function setAside(
  client: SanityClient,
  model: GateModel,
  id: string,
  document: string,
  reason: string,
  actor: Actor,
): Promise<CheckpointResult> {
  return changeCheckpoint(client, id, async ({kind, owner, members}) => {
    const doc = publishedIdOf(document)
    if (kind !== 'change') return {refused: {reason: 'notChange'}}
    if (owner !== actor.account) return {refused: {reason: 'notOwner', owner}}
    if (reason.trim() === '') return {refused: {reason: 'reasonMissing'}}
    const dependants = await dependantsOf(client, model, members)
    if (!dependants.includes(doc)) return {refused: {reason: 'notDependant', id: doc}}
    return {events: [eventBy(actor, 'setAside', {doc, reason: reason.trim()})]}
  })
}

/** Has a dependant re-approved after all. */
export function takeBack(
  client: SanityClient,
  id: string,
  document: string,
  actor: Actor,
): Promise<CheckpointResult> {
  return changeCheckpoint(client, id, async (checkpoint) => {
    const doc = publishedIdOf(document)
    if (!setAsideIn(checkpoint).has(doc)) return {refused: {reason: 'notDependant', id: doc}}
    if (checkpoint.owner !== actor.account)
      return {refused: {reason: 'notOwner', owner: checkpoint.owner}}
    return {events: [eventBy(actor, 'takenBack', {doc})]}
  })
}

/** Makes the person who asks the one who answers for the checkpoint. */
export function takeOver(
  client: SanityClient,
  id: string,
  actor: Actor,
): Promise<CheckpointResult> {
  return changeCheckpoint(client, id, async () => ({
    set: {owner: actor.account},
    events: [eventBy(actor, 'tookOver')],
  }))
}

/** Gives a checkpoint up: nothing of it goes out, and its members are free. */
export function abandon(
  client: SanityClient,
  id: string,
  reason: string,
  actor: Actor,
): Promise<CheckpointResult> {
  return changeCheckpoint(client, id, async () => {
    if (reason.trim() === '') return {refused: {reason: 'reasonMissing'}}
    return {
      set: {closedAt: new Date().toISOString(), outcome: 'abandoned'},
      events: [eventBy(actor, 'abandoned', {reason: reason.trim()})],
    }
  })
}
