import type {SanityClient} from '@sanity/client'
import {readCheckpoint, type Checkpoint} from '../model/checkpoint.ts'
import type {GateModel} from '../model/gateModel.ts'
import {checkpointWorld, type CheckpointWorld} from '../verdict/checkpointWorld.ts'
import {dependantsOf} from './dependantsOf.ts'
import {loadCopies, type Copies} from './loadCopies.ts'
import {fetchDocuments, loadWorld} from './loadWorld.ts'

/** Reads one checkpoint, past every cache; `undefined` where there is none that can be read. */
export async function fetchCheckpoint(
  client: SanityClient,
  id: string,
): Promise<Checkpoint | undefined> {
  const [document] = await fetchDocuments(client, [id])
  return document && readCheckpoint(document)
}

/** Reads all that judging a checkpoint needs: what its members would be, and everything out that rests on them. */
export async function loadCheckpoint(
  client: SanityClient,
  model: GateModel,
  checkpoint: Checkpoint,
  now?: string,
): Promise<CheckpointWorld & {copies: readonly Copies[]}> {
  const {members, group} = checkpoint
  const [copies, dependants] = await Promise.all([
    loadCopies(client, members),
    dependantsOf(client, model, members),
  ])
  const drafts = new Map(copies.flatMap(({id, draft}) => (draft ? [[id, draft]] : [])))
  const published = await loadWorld(client, model, {
    ids: [...members, ...dependants],
    reading: [...drafts.values()],
    groups: group === undefined ? [] : [group],
    ...(now ? {now} : {}),
  })
  return {...checkpointWorld(published, checkpoint, drafts), copies}
}
