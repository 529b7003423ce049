import type {SanityClient} from '@sanity/client'
import {isOpen} from '../model/checkpoint.ts'
import type {GateModel} from '../model/gateModel.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {judgeCheckpoint} from '../verdict/judgeCheckpoint.ts'
import {fetchCheckpoint, loadCheckpoint} from '../world/loadCheckpoint.ts'
import {planSealsOf} from './planSealsOf.ts'
import type {Publication, Refusal} from './publication.ts'

/** Judges a checkpoint as a whole, and plans the publication of every member that has a draft. */
export async function planCheckpoint(
  client: SanityClient,
  model: GateModel,
  id: string,
  transactionId: string,
  now?: string,
): Promise<Publication | {refused: Refusal}> {
  const checkpoint = await fetchCheckpoint(client, id)
  if (!checkpoint || !isOpen(checkpoint)) return {refused: {reason: 'nothingToPublish', ids: [id]}}
  const within = await loadCheckpoint(client, model, checkpoint, now)
  const {blockers} = judgeCheckpoint(model, within)
  if (blockers.length > 0) return {refused: {reason: 'checkpointWaits', checkpoint: id, blockers}}
  const members = within.copies.flatMap(({id: member, draft, published}) =>
    draft ? [{id: member, draft, ...(published ? {published} : {})}] : [],
  )
  if (members.length === 0) return {refused: {reason: 'nothingToPublish', ids: checkpoint.members}}
  const seals = planSealsOf(createJudging(model, within.world), members, transactionId)
  return {now: within.world.now, members, seals, checkpoint}
}
