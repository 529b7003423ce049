import type {SanityClient} from '@sanity/client'
import {publishedIdOf} from '../model/documentIds.ts'
import type {Pin} from '../model/gateDocuments.ts'
import type {GateModel} from '../model/gateModel.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {isApproval} from '../verdict/reviewOrder.ts'
import type {RoleStanding} from '../verdict/verdict.ts'
import {overlay} from '../verdict/worldState.ts'
import {isOpen} from '../model/checkpoint.ts'
import {fetchNaming} from '../world/fetchCheckpoints.ts'
import {copiesOn, loadBasis, PUBLISHED} from '../world/loadBasis.ts'
import {candidateOf, loadCopies} from '../world/loadCopies.ts'
import {loadWorld} from '../world/loadWorld.ts'
import type {BuiltReview} from './buildReview.ts'
import {editorsOf} from './editorsOf.ts'
import {prepareReview} from './prepareReview.ts'
import {signerOf, type Signer} from './signerOf.ts'
import type {SignRefusal} from './signResult.ts'
import {withNextIds} from './withNextIds.ts'
import {writeReviews} from './writeReviews.ts'

/** One comment of one person in one role on many documents. */
export interface SignManyRequest {
  account: string
  role: string
  /** On which world all of them are signed; what is published when absent. */
  basis?: string
  comment?: string
  /** What the person read of each. */
  documents: readonly {subject: string; seen: {fingerprint: string; pins: readonly Pin[]}}[]
}

export type SignedOne =
  | {subject: string; signed: string}
  | {subject: string; already: string}
  | {subject: string; refused: SignRefusal}

/** Reviews that are written at once: a transaction is all or nothing, and a request is at most so large. */
const CHUNK = 25

/**
 * Approves many documents in one role, each with a review of its own. Written in chunks; broken off and asked for again
 * it signs only what that person has not approved yet.
 * @param onProgress Told after every chunk how many are dealt with.
 */
export async function signMany(
  client: SanityClient,
  model: GateModel,
  request: SignManyRequest,
  onProgress: (done: number, of: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<SignedOne[]> {
  const signer = await signerOf(client, model, request.account)
  const documents = [
    ...new Map(request.documents.map((each) => [publishedIdOf(each.subject), each])).values(),
  ]
  const results: SignedOne[] = []
  for (let start = 0; start < documents.length; start += CHUNK) {
    signal?.throwIfAborted()
    const chunk = documents.slice(start, start + CHUNK)
    const subjects = chunk.map(({subject}) => publishedIdOf(subject))
    const signed = await withNextIds(client, subjects, (idOf) =>
      signChunk(client, model, {...request, documents: chunk}, signer, idOf),
    )
    results.push(...signed)
    onProgress(results.length, documents.length)
  }
  return results
}

async function signChunk(
  client: SanityClient,
  model: GateModel,
  request: SignManyRequest,
  signer: Signer | undefined,
  idOf: (subject: string) => string,
): Promise<SignedOne[]> {
  const {documents, ...asked} = request
  const ids = documents.map(({subject}) => publishedIdOf(subject))
  const [stored, named] = await Promise.all([loadCopies(client, ids), fetchNaming(client, ids)])
  const {basis: basisId = PUBLISHED.id} = request
  const basis = await loadBasis(client, model, basisId)
  if (!basis) {
    return documents.map(({subject}) => ({subject, refused: {reason: 'basisGone', basis: basisId}}))
  }
  const all = stored.map((each) => copiesOn(basis, each, named.get(each.id)?.some(isOpen) === true))
  const world = await loadWorld(client, model, {
    ids: all.map(({id}) => id),
    overlay: basis.overlay,
    reading: all.flatMap(({draft}) => draft ?? []),
    basis: basis.id,
  })
  const reviews: BuiltReview[] = []
  const results: SignedOne[] = []
  for (const [at, {subject, seen}] of documents.entries()) {
    const copies = all[at]
    const candidate = copies && candidateOf(copies)
    if (!copies || !candidate) {
      results.push({subject, refused: {reason: 'gone', subject}})
      continue
    }
    // On what is published, each is judged for itself and not on the drafts of the others.
    const judging = createJudging(model, overlay(world, [[copies.id, candidate]]))
    const prepared = prepareReview(judging, {
      request: {...asked, subject, seen, decision: 'approved'},
      signer,
      copies,
      beneath: basis.beneath,
      editors: await editorsOf(client, model, copies, world),
      id: idOf(copies.id),
    })
    const known = 'built' in prepared ? approvalBy(prepared.verdict.roles, request) : undefined
    if ('refused' in prepared) results.push({subject, refused: prepared.refused})
    else if (known !== undefined) results.push({subject, already: known})
    else {
      reviews.push(prepared.built)
      results.push({subject, signed: prepared.built.review._id})
    }
  }
  await writeReviews(client, reviews)
  return results
}

/** Id of the approval by which this person already says in this role what is asked now. */
function approvalBy(
  roles: readonly RoleStanding[],
  {account, role}: SignManyRequest,
): string | undefined {
  const word = roles.find((standing) => standing.role === role)?.word
  return word?.reviewer === account && isApproval(word) ? word._id : undefined
}
