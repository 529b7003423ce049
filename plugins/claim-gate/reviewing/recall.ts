import {ClientError, type SanityClient} from '@sanity/client'
import {draftIdOf, publishedIdOf} from '../model/documentIds.ts'
import {sealId, type Seal} from '../model/gateDocuments.ts'
import {isGated, type GateModel} from '../model/gateModel.ts'
import {tombstone} from '../sealer/buildSeal.ts'
import {addSeal} from '../sealer/addSeal.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {verdictOf} from '../verdict/judge.ts'
import {loadWorld} from '../world/loadWorld.ts'
import {buildReview, type BuiltReview} from './buildReview.ts'
import {signerOf} from './signerOf.ts'
import type {SignRefusal} from './signResult.ts'
import {withNextIds} from './withNextIds.ts'
import {addReviews, writeReviews} from './writeReviews.ts'

export interface RecallRequest {
  /** Published id. */
  subject: string
  account: string
  /** One of the roles that approve the document. */
  role: string
  /** Why; everybody who used it has to be told. */
  comment: string
}

/** `sealed`: delivery ended in the same moment, or ends as soon as the sealer has seen the withdrawal. */
export type RecallResult = {recalled: string; sealed: boolean} | {refused: SignRefusal}

/**
 * Recalls what is published: the withdrawal is signed, and with it everything is withheld that rests on the document,
 * until every role has approved it again. A publication in flight fails, because the seal it laid ready is gone.
 */
export function recall(
  client: SanityClient,
  model: GateModel,
  request: RecallRequest,
): Promise<RecallResult> {
  const subject = publishedIdOf(request.subject)
  return withNextIds(client, [subject], (idOf) =>
    recallAs(idOf(subject), client, model, {...request, subject}),
  )
}

async function recallAs(
  id: string,
  client: SanityClient,
  model: GateModel,
  request: RecallRequest,
): Promise<RecallResult> {
  const prepared = await prepare(id, client, model, request)
  if ('refused' in prepared) return prepared
  const {built, current, now} = prepared
  try {
    await write(client, built, {id: request.subject, current, now})
    return {recalled: id, sealed: true}
  } catch (error) {
    if (!(error instanceof ClientError && error.statusCode === 403)) throw error
    await writeReviews(client, [built])
    return {recalled: id, sealed: false}
  }
}

interface Prepared {
  built: BuiltReview
  current: Seal | undefined
  now: string
}

async function prepare(
  id: string,
  client: SanityClient,
  model: GateModel,
  {subject, account, role, comment}: RecallRequest,
): Promise<Prepared | {refused: SignRefusal}> {
  const [signer, world] = await Promise.all([
    signerOf(client, model, account),
    loadWorld(client, model, {ids: [subject]}),
  ])
  const judging = createJudging(model, world)
  const standing = judging.standing(subject)
  if (!standing) return {refused: {reason: 'gone', subject}}
  const {document} = standing
  if (!isGated(model, document._type)) return {refused: {reason: 'notGated', type: document._type}}
  if (!signer) return {refused: {reason: 'noSigner', account}}
  if (!signer.roles.includes(role)) {
    return {refused: {reason: 'notInRole', role, roles: signer.roles}}
  }
  const verdict = verdictOf(judging, standing)
  const asked = verdict.roles.map((each) => each.role)
  if (!asked.includes(role)) return {refused: {reason: 'roleNotAsked', role, asked}}
  if (comment.trim() === '') return {refused: {reason: 'commentMissing'}}
  const signature = {role, decision: 'withdrawn', comment: comment.trim(), inForce: true} as const
  const built = buildReview(model, world, document, verdict.pins, signer, signature, id)
  return {built, current: world.seals.get(subject), now: world.now}
}

/** In one transaction with what it leaves of the seal. */
async function write(
  client: SanityClient,
  built: BuiltReview,
  {id, current, now}: {id: string; current: Seal | undefined; now: string},
): Promise<void> {
  const transaction = client.transaction()
  addReviews(transaction, [built])
  addSeal(transaction, tombstone(id, current), current, now)
  transaction.delete(draftIdOf(sealId(id)))
  await transaction.commit({visibility: 'sync'})
}
