import type {SanityClient} from '@sanity/client'
import type {Checkpoint} from '../model/checkpoint.ts'
import {addChange, commitChange, eventBy, openOne} from './changeCheckpoint.ts'
import type {Actor, CheckpointResult} from './checkpointResult.ts'

/**
 * Makes one checkpoint of two that wait for each other, in one transaction. What is left is the first; of a launch and a
 * change it is the launch, which asks for more. What was set aside in the second is asked for again: its owner spoke of less.
 */
export async function mergeCheckpoints(
  client: SanityClient,
  ids: readonly [string, string],
  actor: Actor,
): Promise<CheckpointResult> {
  const [first, second] = await Promise.all(ids.map((id) => openOne(client, id)))
  if (!first || !second || ids[0] === ids[1]) return {refused: {reason: 'gone'}}
  if ('refused' in first) return first
  if ('refused' in second) return second
  const groups = [first, second].flatMap(({kind, group}) => (kind === 'launch' ? [group] : []))
  if (new Set(groups).size > 1) return {refused: {reason: 'otherGroup'}}
  const isSwapped = first.kind === 'change' && second.kind === 'launch'
  const [into, from] = isSwapped ? [second, first] : [first, second]
  const transaction = client.transaction()
  addChange(transaction, into, joined(into, from, actor))
  addChange(transaction, from, {
    set: {closedAt: new Date().toISOString(), outcome: 'merged'},
    events: [eventBy(actor, 'merged', {doc: into._id})],
  })
  return commitChange(transaction, into._id)
}

function joined(into: Checkpoint, from: Checkpoint, actor: Actor) {
  return {
    set: {members: [...new Set([...into.members, ...from.members])]},
    events: [eventBy(actor, 'merged', {doc: from._id})],
  }
}
