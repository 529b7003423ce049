import {contentOf} from '../fingerprint/contentOf.ts'
import type {Accept} from '../model/gateDocuments.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {isCalendarDay, startOfDay} from '../verdict/instant.ts'
import {verdictOf} from '../verdict/judge.ts'
import type {Judging} from '../verdict/judging.ts'
import {overlay} from '../verdict/worldState.ts'
import {createJudging} from '../verdict/createJudging.ts'
import type {Standing} from '../verdict/standing.ts'
import type {Verdict} from '../verdict/verdict.ts'
import {candidateOf, type Copies} from '../world/loadCopies.ts'
import {applyRemarks} from './applyRemarks.ts'
import {buildReview, type BuiltReview} from './buildReview.ts'
import {carriesOf} from './carriesOf.ts'
import {dutiesRefusal} from './dutiesRefusal.ts'
import type {Signer} from './signerOf.ts'
import {signRefusal} from './signRefusal.ts'
import type {SignRequest} from './signRequest.ts'
import type {SignRefusal} from './signResult.ts'

export interface ReviewInput {
  request: SignRequest
  signer: Signer | undefined
  copies: Copies
  /** Accounts that changed the content since it was approved last; `undefined` when that is not known. */
  editors: readonly string[] | undefined
  /** What is published under ids that stand otherwise in the world in which it is read. */
  beneath: ReadonlyMap<string, GateDocument>
  /** The review's `_id`. */
  id: string
}

export type PreparedReview = {built: BuiltReview; verdict: Verdict} | {refused: SignRefusal}

/** What a signature would write in this world, in which the document stands as it was read; or why nothing. */
export function prepareReview(judging: Judging, input: ReviewInput): PreparedReview {
  const {request, signer, copies, editors} = input
  const standing = judging.standing(copies.id)
  if (!standing) return {refused: {reason: 'gone', subject: copies.id}}
  const verdict = verdictOf(judging, standing)
  const refused = signRefusal(judging.model, standing.document, verdict, signer, request)
  if (refused) return {refused}
  if (!signer) return {refused: {reason: 'noSigner', account: request.account}}
  const signed = signedContent(judging, standing, request)
  if ('refused' in signed) return signed
  const {model, world} = judging
  const duties = dutiesRefusal(model, signed.verdict ?? verdict, signer, request, editors)
  if (duties) return {refused: duties}
  const built = buildReview(
    model,
    world,
    signed.document,
    verdict.pins,
    signer,
    {
      role: request.role,
      decision: request.decision,
      comment: request.comment,
      remarks: request.remarks ?? [],
      carries: signed.carries,
      read: standing.document,
      ...(editors ? {editors} : {}),
      inForce:
        verdict.state === 'aligned' &&
        isOut(judging, copies) &&
        isOnPublished(judging, standing, input.beneath),
    },
    input.id,
  )
  return {built, verdict}
}

type Signed =
  | {
      document: GateDocument
      carries: readonly Accept[]
      /** On other words than those that were read. */
      verdict?: Verdict
    }
  | {refused: SignRefusal}

function signedContent(judging: Judging, standing: Standing, request: SignRequest): Signed {
  const {document} = standing
  switch (request.decision) {
    case 'approved':
    case 'changesRequested':
      return {document, carries: []}
    case 'approvedWithChanges': {
      const replaced = applyRemarks(document, request.remarks ?? [])
      if ('unclear' in replaced)
        return {refused: {reason: 'remarkUnclear', remark: replaced.unclear}}
      // Other roles and members that the new words call for must be judged by those who read them.
      const onReplaced = createJudging(
        judging.model,
        overlay(judging.world, [[standing.id, replaced.document]]),
      )
      const other = onReplaced.standing(standing.id)
      const same =
        other && sameMembers(other, standing) && other.roles.length === standing.roles.length
      return same
        ? {document: replaced.document, carries: [], verdict: verdictOf(onReplaced, other)}
        : {refused: {reason: 'remarkReachesFurther'}}
    }
    case 'carriedForward': {
      const until = endOf(judging, request.carriedUntil)
      if (until === 'malformed') return {refused: {reason: 'dateMalformed'}}
      const carried = carriesOf(judging, standing, until)
      return 'none' in carried
        ? {refused: {reason: carried.none}}
        : {document, carries: carried.carries}
    }
    default:
      return request.decision satisfies never
  }
}

const sameMembers = (a: Standing, b: Standing): boolean =>
  [...a.closure.members.keys()].join(' ') === [...b.closure.members.keys()].join(' ')

/** A last day ends when the next one begins. */
function endOf({model, world}: Judging, day: string | undefined): string | undefined {
  if (day === undefined) return undefined
  if (!isCalendarDay(day)) return 'malformed'
  const end = startOfDay(day, model.options.timeZone ?? 'UTC', 1)
  return end > world.now ? end : 'malformed'
}

/** Whether what would be published is what is out already. */
function isOut({model}: Judging, copies: Copies): boolean {
  const candidate = candidateOf(copies)
  if (!copies.published || !candidate) return false
  return contentOf(model, copies.published).fingerprint === contentOf(model, candidate).fingerprint
}

/** Whether all it rests on reads as it is published: what is asked of it on other words is no word on what is out. */
function isOnPublished(
  {model, world}: Judging,
  {pins}: Standing,
  beneath: ReviewInput['beneath'],
): boolean {
  return pins.every(({doc, fingerprint}) => {
    if (world.documents.get(doc)?._id === doc) return true
    const published = beneath.get(doc)
    return published !== undefined && contentOf(model, published).fingerprint === fingerprint
  })
}
