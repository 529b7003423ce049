import type {SanityClient} from '@sanity/client'
import {checkpointId, type Checkpoint} from '../model/checkpoint.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateModel} from '../model/gateModel.ts'
import {commitChange, eventBy, storedEvent} from './changeCheckpoint.ts'
import type {Actor, CheckpointResult} from './checkpointResult.ts'
import {launch, refuseMembers} from './membership.ts'

export interface NewCheckpoint
  extends
    Pick<Checkpoint, 'title' | 'kind' | 'members'>,
    Partial<Pick<Checkpoint, 'group' | 'dueOn'>> {}

/** Opens a checkpoint, which the person who opens it answers for. */
export async function openCheckpoint(
  client: SanityClient,
  model: GateModel,
  {title, kind, group, dueOn, members: given}: NewCheckpoint,
  actor: Actor,
): Promise<CheckpointResult> {
  if (title.trim() === '') return {refused: {reason: 'titleMissing'}}
  if (kind === 'launch' && model.options.agreement && !group)
    return {refused: {reason: 'groupMissing'}}
  const members = [...new Set(given.map(publishedIdOf))]
  const refused = await refuseMembers(client, model, members, launch(kind, group))
  if (refused) return {refused}
  const id = checkpointId(crypto.randomUUID())
  const transaction = client.transaction().create({
    _id: id,
    _type: 'checkpoint',
    title: title.trim(),
    kind,
    ...(group ? {group} : {}),
    ...(dueOn ? {dueOn} : {}),
    owner: actor.account,
    members,
    events: [eventBy(actor, 'opened'), ...members.map((doc) => eventBy(actor, 'added', {doc}))].map(
      storedEvent,
    ),
  })
  return commitChange(transaction, id)
}
