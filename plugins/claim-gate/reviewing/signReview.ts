import type {SanityClient} from '@sanity/client'
import {contentOf} from '../fingerprint/contentOf.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {judge} from '../verdict/judge.ts'
import type {Verdict} from '../verdict/verdict.ts'
import {candidateOf, loadCopies, type Copies} from '../world/loadCopies.ts'
import {loadWorld} from '../world/loadWorld.ts'
import {buildReview} from './buildReview.ts'
import {signerOf} from './signerOf.ts'
import {signRefusal, type SignRefusal} from './signRefusal.ts'
import type {SignRequest} from './signRequest.ts'

export type SignResult = {signed: string; verdict: Verdict} | {refused: SignRefusal}

/** Signs a document in a role, as it stands at this moment: snapshots and review in one transaction. */
export async function signReview(
  client: SanityClient,
  model: GateModel,
  request: SignRequest,
): Promise<SignResult> {
  const subject = publishedIdOf(request.subject)
  const [signer, [copies]] = await Promise.all([
    signerOf(client, model, request.account),
    loadCopies(client, [subject]),
  ])
  const candidate = copies && candidateOf(copies)
  if (!copies || !candidate) return {refused: {reason: 'gone', subject}}
  const world = await loadWorld(client, model, {overlay: [candidate]})
  const verdict = judge(model, candidate, world)
  const refused = signRefusal(model, candidate, verdict, signer, request)
  if (refused) return {refused}
  if (!signer) return {refused: {reason: 'noSigner', account: request.account}}
  const built = buildReview(
    model,
    world,
    candidate,
    verdict.pins,
    signer,
    {
      role: request.role,
      decision: request.decision,
      comment: request.comment,
      inForce: isOut(model, copies, candidate) && verdict.state === 'aligned',
    },
    crypto.randomUUID(),
  )
  const transaction = client.transaction()
  built.snapshots.forEach((snapshot) => transaction.createIfNotExists(snapshot))
  await transaction.create(built.review).commit({visibility: 'sync'})
  return {signed: built.review._id, verdict}
}

/** Whether what would be published is what is out already. */
function isOut(model: GateModel, {published}: Copies, candidate: GateDocument): boolean {
  if (!published) return false
  return contentOf(model, published).fingerprint === contentOf(model, candidate).fingerprint
}
