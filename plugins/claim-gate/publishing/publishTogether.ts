import {ClientError, type Action, type SanityClient} from '@sanity/client'
import {draftIdOf, publishedIdOf} from '../model/documentIds.ts'
import type {GateModel} from '../model/gateModel.ts'
import type {Seal} from '../model/gateDocuments.ts'
import {sealDocument} from '../sealer/sealDocument.ts'
import {fetchDocuments} from '../world/loadWorld.ts'
import {planPublication, type Publication, type Refusal} from './planPublication.ts'

export type PublishResult = {published: string; ids: readonly string[]} | {refused: Refusal}

/**
 * Publishes documents and their seals in one transaction, after judging twice: before the seals are laid ready as
 * drafts, and after. All or nothing; a lost race is a refusal and changes nothing.
 */
export async function publishTogether(
  client: SanityClient,
  model: GateModel,
  ids: readonly string[],
  now?: () => string,
): Promise<PublishResult> {
  const members = [...new Set(ids.map(publishedIdOf))]
  const transactionId = crypto.randomUUID()
  const first = await planPublication(client, model, members, transactionId, now?.())
  if ('refused' in first) return first
  const drafts = await layReady(client, first)
  const second = await planPublication(client, model, members, transactionId, now?.())
  if ('refused' in second || moved(first, second)) {
    await clearAway(client, drafts)
    return 'refused' in second ? second : {refused: {reason: 'lostRace', ids: members}}
  }
  try {
    await client.action(actionsOf(second, drafts), {transactionId})
    return {published: transactionId, ids: members}
  } catch (error) {
    await clearAway(client, drafts)
    if (!(error instanceof ClientError) || error.statusCode !== 409) throw error
    return {refused: {reason: 'lostRace', ids: members}}
  }
}

function moved(first: Publication, second: Publication): boolean {
  return JSON.stringify(fixedParts(first)) !== JSON.stringify(fixedParts(second))
}

/** Everything but when it was read and which revision the seals' drafts have. */
function fixedParts({members, seals}: Publication): unknown {
  return [
    members.map(({draft, published}) => [draft._id, draft._rev, published?._rev]),
    seals.map(({seal, current}) => [seal, current?._rev]),
  ]
}

/** Lays the seals ready as drafts; `id` → revision, by which the publication later holds them to be its own. */
async function layReady(
  client: SanityClient,
  {seals, now}: Publication,
): Promise<Map<string, string>> {
  const transaction = client.transaction()
  seals.forEach(({seal}) =>
    transaction.createOrReplace(sealDocument(seal, now, draftIdOf(seal._id))),
  )
  const {transactionId} = await transaction.commit({visibility: 'sync'})
  return new Map(seals.map(({seal}) => [seal._id, transactionId]))
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

function actionsOf({members, seals}: Publication, drafts: ReadonlyMap<string, string>): Action[] {
  return [
    ...members.map(({id, draft, published}) => publishAction(id, draft._rev, published?._rev)),
    ...seals.map(({seal, current}) =>
      publishAction(seal._id, drafts.get(seal._id), revOf(current)),
    ),
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
