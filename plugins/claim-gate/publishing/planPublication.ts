import type {SanityClient} from '@sanity/client'
import {isOpen} from '../model/checkpoint.ts'
import {isGated, type GateModel} from '../model/gateModel.ts'
import {instantOf} from '../verdict/instant.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {isLetOut} from '../verdict/isLetOut.ts'
import {verdictOf} from '../verdict/judge.ts'
import type {Judging} from '../verdict/judging.ts'
import type {Verdict} from '../verdict/verdict.ts'
import {dependantsOf} from '../world/dependantsOf.ts'
import {loadCopies} from '../world/loadCopies.ts'
import {loadWorld} from '../world/loadWorld.ts'
import {planCheckpoint} from './planCheckpoint.ts'
import {planSealsOf} from './planSealsOf.ts'
import type {Member, Publication, Refusal} from './publication.ts'

/**
 * Judges the members as they would stand together, and plans the seals of the world that this makes. Of what belongs to
 * an open checkpoint the whole checkpoint goes out, unless nothing of it has changed that must be approved.
 */
export async function planPublication(
  client: SanityClient,
  model: GateModel,
  ids: readonly string[],
  transactionId: string,
  now?: string,
): Promise<Publication | {refused: Refusal}> {
  const copies = await loadCopies(client, ids)
  const members = copies.flatMap(({id, draft, published}) =>
    draft ? [{id, draft, ...(published ? {published} : {})}] : [],
  )
  if (members.length < ids.length) {
    return {
      refused: {
        reason: 'nothingToPublish',
        ids: ids.filter((id) => !members.some((member) => member.id === id)),
      },
    }
  }
  const ungated = members.filter(({draft}) => !isGated(model, draft._type))
  if (ungated.length > 0) return {refused: {reason: 'notGated', ids: ungated.map(({id}) => id)}}
  const dependants = await dependantsOf(client, model, ids)
  const world = await loadWorld(client, model, {
    ids: dependants,
    overlay: members.map(({draft}) => draft),
    ...(now ? {now} : {}),
  })
  const judging = createJudging(model, world)
  const checkpoints = members.map((member) => checkpointOf(judging, member))
  const [whole] = checkpoints
  if (new Set(checkpoints).size > 1) return {refused: {reason: 'apart', ids}}
  if (whole !== undefined) return planCheckpoint(client, model, whole, transactionId, now)
  const refused = refusalOf(judging, members)
  return refused
    ? {refused}
    : {now: world.now, members, seals: planSealsOf(judging, members, transactionId)}
}

/** The open checkpoint with which a draft goes out; none for content that was let out before. */
function checkpointOf({world, standing}: Judging, {id}: Member): string | undefined {
  const open = world.checkpoints.get(id)?.find(isOpen)
  const fingerprint = standing(id)?.fingerprint
  if (!open || fingerprint === undefined) return undefined
  return isLetOut(world, id, fingerprint) ? undefined : open._id
}

function refusalOf(judging: Judging, members: readonly Member[]): Refusal | undefined {
  const {world} = judging
  const verdicts = members.flatMap(({id}): [string, Verdict][] => {
    const standing = judging.standing(id)
    return standing ? [[id, verdictOf(judging, standing)]] : []
  })
  const blocked = verdicts.filter(([, {state}]) => state !== 'aligned')
  if (blocked.length > 0) return {reason: 'notAligned', verdicts: Object.fromEntries(blocked)}
  for (const [id, {horizon}] of verdicts) {
    const from = horizon?.from
    const inForce = world.seals.get(id)?.rev !== undefined
    if (from && inForce && instantOf(from) > instantOf(world.now)) {
      return {reason: 'notYetEffective', ids: [id], from}
    }
  }
  return undefined
}
