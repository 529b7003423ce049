import type {SanityClient} from '@sanity/client'
import {publishedIdOf} from '../model/documentIds.ts'
import type {GateModel} from '../model/gateModel.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {copiesOn, loadBasis, ownBasis, PUBLISHED} from '../world/loadBasis.ts'
import {candidateOf, loadCopies} from '../world/loadCopies.ts'
import {loadWorld} from '../world/loadWorld.ts'
import {editorsOf} from './editorsOf.ts'
import {prepareReview} from './prepareReview.ts'
import {signerOf} from './signerOf.ts'
import type {SignRequest} from './signRequest.ts'
import type {SignResult} from './signResult.ts'
import {withNextIds} from './withNextIds.ts'
import {writeReviews} from './writeReviews.ts'

/** Signs a document in a role, as it stands at this moment on its basis: snapshots and review in one transaction. */
export function signReview(
  client: SanityClient,
  model: GateModel,
  request: SignRequest,
  now?: () => string,
): Promise<SignResult> {
  const subject = publishedIdOf(request.subject)
  return withNextIds(client, [subject], (idOf) =>
    signAs(idOf(subject), client, model, {...request, subject}, now),
  )
}

async function signAs(
  id: string,
  client: SanityClient,
  model: GateModel,
  request: SignRequest,
  now?: () => string,
): Promise<SignResult> {
  const {subject} = request
  const own = await ownBasis(client, subject)
  const basisId = request.basis ?? own
  const [signer, basis, [found]] = await Promise.all([
    signerOf(client, model, request.account),
    loadBasis(client, model, basisId),
    loadCopies(client, [subject]),
  ])
  if (!basis) return {refused: {reason: 'basisGone', basis: basisId}}
  const copies = found && copiesOn(basis, found, own !== PUBLISHED.id)
  const candidate = copies && candidateOf(copies)
  if (!copies || !candidate) return {refused: {reason: 'gone', subject}}
  const world = await loadWorld(client, model, {
    ids: [subject],
    overlay: [...basis.overlay, candidate],
    basis: basis.id,
    ...(now ? {now: now()} : {}),
  })
  const prepared = prepareReview(createJudging(model, world), {
    request,
    signer,
    copies,
    beneath: basis.beneath,
    editors: await editorsOf(client, model, copies, world),
    id,
  })
  if ('refused' in prepared) return prepared
  const {built, verdict} = prepared
  await writeReviews(client, [built])
  return {signed: built.review._id, verdict}
}
