import type {SanityClient} from '@sanity/client'
import {isOpen, type Checkpoint} from '../model/checkpoint.ts'
import type {GateModel} from '../model/gateModel.ts'
import {contentOf} from '../fingerprint/contentOf.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {verdictOf} from '../verdict/judge.ts'
import {judgeCheckpoint} from '../verdict/judgeCheckpoint.ts'
import type {World} from '../verdict/worldState.ts'
import {loadCheckpoint} from '../world/loadCheckpoint.ts'
import {loadCopies, type Copies} from '../world/loadCopies.ts'
import {commitUnlessLost} from './commitUnlessLost.ts'

/**
 * Closes checkpoints of which every member went out by another road, as approved and complete as through the gate; says
 * whether one was closed, or another handler was faster. One in which nothing has changed yet stays open.
 */
export async function closePassed(
  client: SanityClient,
  model: GateModel,
  {checkpoints, documents, now}: World,
  ids: readonly string[],
): Promise<boolean> {
  const open = new Map(
    ids.flatMap((id) => (checkpoints.get(id) ?? []).filter(isOpen)).map((each) => [each._id, each]),
  )
  const candidates = [...open.values()].filter(({members}) =>
    members.some((id) => documents.has(id)),
  )
  let changed = false
  for (const checkpoint of candidates) {
    if (!(await isThrough(client, model, checkpoint, now))) continue
    const transaction = client
      .transaction()
      .patch(checkpoint._id, (patch) =>
        patch.ifRevisionId(checkpoint._rev ?? '').set({closedAt: now, outcome: 'passed'}),
      )
    await commitUnlessLost(transaction)
    changed = true
  }
  return changed
}

async function isThrough(
  client: SanityClient,
  model: GateModel,
  checkpoint: Checkpoint,
  now: string,
): Promise<boolean> {
  const copies = await loadCopies(client, checkpoint.members)
  if (!copies.every((each) => isOut(model, each))) return false
  const within = await loadCheckpoint(client, model, checkpoint, now)
  const out = createJudging(model, within.published)
  const isWaiting = checkpoint.members.some((id) => {
    const standing = out.standing(id)
    return standing && verdictOf(out, standing).state === 'waiting'
  })
  return isWaiting && judgeCheckpoint(model, within).passes
}

/** Published, with no draft that says anything else. */
function isOut(model: GateModel, {draft, published}: Copies): boolean {
  if (!published) return false
  return !draft || contentOf(model, draft).fingerprint === contentOf(model, published).fingerprint
}
