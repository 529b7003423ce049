import {ClientError, type Action, type SanityClient} from '@sanity/client'
import {draftIdOf, publishedIdOf} from '../model/documentIds.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {Seal} from '../model/gateDocuments.ts'
import {fetchDocuments} from '../world/loadWorld.ts'
import {layReady} from './layReady.ts'
import {planCheckpoint} from './planCheckpoint.ts'
import {planPublication} from './planPublication.ts'
import type {Publication, Refusal} from './publication.ts'

export type PublishResult = {published: string; ids: readonly string[]} | {refused: Refusal}

/** Documents that go out together, or a checkpoint with all of its members. */
export type Published = readonly string[] | {checkpoint: string}

/**
 * Publishes documents and their seals in one transaction, after judging twice: before the seals are laid ready as
 * drafts, and after. All or nothing; a lost race is a refusal and changes nothing. A checkpoint is closed by the same
 * transaction in which its members go out, and only while it still names exactly these.
 */
export async function publishTogether(
  client: SanityClient,
  model: GateModel,
  what: Published,
  now?: () => string,
): Promise<PublishResult> {
  const transactionId = crypto.randomUUID()
  const plan = (): Promise<Publication | {refused: Refusal}> =>
    'checkpoint' in what
      ? planCheckpoint(client, model, what.checkpoint, transactionId, now?.())
      : planPublication(
          client,
          model,
          [...new Set(what.map(publishedIdOf))],
          transactionId,
          now?.(),
        )
  const first = await plan()
  if ('refused' in first) return first
  const ids = first.members.map(({id}) => id)
  const lost: PublishResult = {refused: {reason: 'lostRace', ids}}
  const drafts = new Map<string, string>()
  let isOut = false
  try {
    await layReady(client, first, drafts)
    const second = await plan()
    if ('refused' in second) return second
    if (moved(first, second)) return lost
    await client.action(actionsOf(second, drafts), {transactionId})
    isOut = true
    return {published: transactionId, ids}
  } catch (error) {
    if (error instanceof ClientError && error.statusCode === 409) return lost
    throw error
  } finally {
    // What was laid ready must not be left for anybody to publish.
    if (!isOut) await clearAway(client, drafts)
  }
}

function moved(first: Publication, second: Publication): boolean {
  return JSON.stringify(fixedParts(first)) !== JSON.stringify(fixedParts(second))
}

/** Everything but when it was read and which revision the seals' drafts have. */
function fixedParts({members, seals, checkpoint}: Publication): unknown {
  return [
    members.map(({draft, published}) => [draft._id, draft._rev, published?._rev]),
    seals.map(({seal, current}) => [seal, current?._rev]),
    checkpoint?._rev,
  ]
}

/** A draft seal that is not ours any more belongs to somebody else's publication. */
async function clearAway(client: SanityClient, drafts: ReadonlyMap<string, string>): Promise<void> {
  const left = await fetchDocuments(client, [...drafts.keys()].map(draftIdOf))
  const ours = left.filter(({_id, _rev}) => drafts.get(publishedIdOf(_id)) === _rev)
  if (ours.length === 0) return
  const transaction = client.transaction()
  ours.forEach(({_id}) => transaction.delete(_id))
  await transaction.commit({visibility: 'sync'})
}

function actionsOf(
  {members, seals, checkpoint}: Publication,
  drafts: ReadonlyMap<string, string>,
): Action[] {
  return [
    ...members.map(({id, draft, published}) => publishAction(id, draft._rev, published?._rev)),
    ...seals.map(({seal, current}) =>
      publishAction(seal._id, drafts.get(seal._id), revOf(current)),
    ),
    ...(checkpoint
      ? [publishAction(checkpoint._id, drafts.get(checkpoint._id), checkpoint._rev)]
      : []),
  ]
}

const revOf = (seal: Seal | undefined): string | undefined => seal?._rev

function publishAction(
  id: string,
  draftRev: string | undefined,
  publishedRev: string | undefined,
): Action {
  return {
    actionType: 'sanity.action.document.publish',
    draftId: draftIdOf(id),
    publishedId: id,
    ...(draftRev ? {ifDraftRevisionId: draftRev} : {}),
    ...(publishedRev ? {ifPublishedRevisionId: publishedRev} : {}),
  }
}
