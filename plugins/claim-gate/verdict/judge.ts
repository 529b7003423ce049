import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {createJudging} from './createJudging.ts'
import {horizonOf} from './horizonOf.ts'
import type {Judging} from './judging.ts'
import {ownReason, stateOf} from './ownReason.ts'
import {staleReasons} from './staleReasons.ts'
import type {Standing} from './standing.ts'
import type {Reason, Verdict} from './verdict.ts'
import {overlay, type World} from './worldState.ts'

/**
 * Judges the document that *would* be published, in a world: the one rule for Studio, function, scripts and tests.
 * A document that asks for no role is never aligned: only gated ones are to be asked about.
 */
export function judge(model: GateModel, candidate: GateDocument, world: World): Verdict {
  const id = publishedIdOf(candidate._id)
  const judging = createJudging(model, overlay(world, [[id, candidate]]))
  const standing = judging.standing(id)
  if (!standing) throw new Error(`Nothing stands under ${id}`)
  return verdictOf(judging, standing)
}

/** The verdict on a document of a world that is being judged. */
export function verdictOf(judging: Judging, standing: Standing): Verdict {
  const reasons = reasonsFor(judging, standing)
  const state = stateOf(reasons[0])
  return {
    state,
    reasons,
    fingerprint: standing.fingerprint,
    pins: standing.pins,
    missing: [...standing.closure.missing.keys()],
    roles: standing.roles,
    ...(state === 'aligned' ? {horizon: horizonOf(judging, standing)} : {}),
  }
}

/** What it rests on is asked only of content that people approved; who is still to sign comes after that, and waiting last. */
function reasonsFor(judging: Judging, standing: Standing): readonly Reason[] {
  const own = ownReason(judging, standing)
  if (own && own.kind !== 'rolesMissing' && own.kind !== 'waiting') return [own]
  const stale = staleReasons(judging, standing)
  if (stale.length > 0) return stale
  return own ? [own] : []
}
