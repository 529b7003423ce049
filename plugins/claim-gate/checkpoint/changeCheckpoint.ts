import {ClientError, type SanityClient, type Transaction} from '@sanity/client'
import {
  isOpen,
  type Checkpoint,
  type CheckpointEvent,
  type CheckpointEventKind,
} from '../model/checkpoint.ts'
import {fetchCheckpoint} from '../world/loadCheckpoint.ts'
import type {Actor, CheckpointRefusal, CheckpointResult} from './checkpointResult.ts'

/** What is to be different in a checkpoint, and what is written down about it. */
export interface CheckpointChange {
  set?: Partial<Pick<Checkpoint, 'members' | 'owner' | 'closedAt' | 'outcome'>>
  events: readonly CheckpointEvent[]
}

export function eventBy(
  {account, name}: Actor,
  kind: CheckpointEventKind,
  more: Pick<CheckpointEvent, 'doc' | 'reason'> = {},
): CheckpointEvent {
  return {kind, ...more, account, name, at: new Date().toISOString()}
}

/** An event as the lake stores it. */
export const storedEvent = (event: CheckpointEvent): Record<string, unknown> => ({
  _key: crypto.randomUUID(),
  _type: 'checkpointEvent',
  ...event,
})

/** Reads an open checkpoint and writes what is to be different, only over what was read. */
export async function changeCheckpoint(
  client: SanityClient,
  id: string,
  change: (checkpoint: Checkpoint) => Promise<CheckpointChange | {refused: CheckpointRefusal}>,
): Promise<CheckpointResult> {
  const checkpoint = await openOne(client, id)
  if ('refused' in checkpoint) return checkpoint
  const wanted = await change(checkpoint)
  if ('refused' in wanted) return wanted
  const transaction = client.transaction()
  addChange(transaction, checkpoint, wanted)
  return commitChange(transaction, id)
}

/** The checkpoint under an id, if it is still open. */
export async function openOne(
  client: SanityClient,
  id: string,
): Promise<Checkpoint | {refused: CheckpointRefusal}> {
  const checkpoint = await fetchCheckpoint(client, id)
  if (!checkpoint) return {refused: {reason: 'gone'}}
  return isOpen(checkpoint) ? checkpoint : {refused: {reason: 'closed'}}
}

export function addChange(
  transaction: Transaction,
  {_id, _rev}: Checkpoint,
  {set = {}, events}: CheckpointChange,
): void {
  transaction.patch(_id, (patch) =>
    patch
      .ifRevisionId(_rev ?? '')
      .set(set)
      .setIfMissing({events: []})
      .append('events', events.map(storedEvent)),
  )
}

/** Commits; that somebody else was faster is a refusal. */
export async function commitChange(
  transaction: Transaction,
  id: string,
): Promise<CheckpointResult> {
  try {
    await transaction.commit({visibility: 'sync'})
    return {changed: id}
  } catch (error) {
    if (error instanceof ClientError && error.statusCode === 409)
      return {refused: {reason: 'moved'}}
    throw error
  }
}
