import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {horizonOf} from './horizonOf.ts'
import {ownReason, stateOf} from './ownReason.ts'
import {staleReasons} from './staleReasons.ts'
import {standingOf, type Standing} from './standingOf.ts'
import type {Reason, Verdict} from './verdict.ts'
import {overlay, type World} from './worldState.ts'

/**
 * Judges the document that *would* be published, in a world: the one rule for Studio, function, scripts and tests.
 * A document that asks for no role is never aligned: only gated ones are to be asked about.
 */
export function judge(model: GateModel, candidate: GateDocument, world: World): Verdict {
  const id = publishedIdOf(candidate._id)
  const judged = overlay(world, [[id, candidate]])
  const standing = standingOf(model, judged, id, candidate)
  const reasons = reasonsFor(model, judged, standing)
  const state = stateOf(reasons[0])
  return {
    state,
    reasons,
    fingerprint: standing.fingerprint,
    pins: standing.pins,
    missing: [...standing.closure.missing.keys()],
    roles: standing.roles,
    ...(state === 'aligned' ? {horizon: horizonOf(model, judged, standing)} : {}),
  }
}

/** What it rests on is asked only of content that people approved; who is still to sign comes last. */
function reasonsFor(model: GateModel, world: World, standing: Standing): readonly Reason[] {
  const own = ownReason(model, world, standing)
  if (own && own.kind !== 'rolesMissing') return [own]
  const stale = staleReasons(model, world, standing)
  if (stale.length > 0) return stale
  return own ? [own] : []
}
