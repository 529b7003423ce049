import type {Seal} from '../model/gateDocuments.ts'
import {isGated, type GateDocument, type GateModel} from '../model/gateModel.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {verdictOf} from '../verdict/judge.ts'
import type {Judging} from '../verdict/judging.ts'
import type {Standing} from '../verdict/standing.ts'
import type {Verdict} from '../verdict/verdict.ts'
import type {World} from '../verdict/worldState.ts'
import {buildSeal, isSameSeal, isTombstone, tombstone, unsealed} from './buildSeal.ts'
import {buildIncident} from './buildIncident.ts'

/** What the sealer would write to make every seal say what the verdicts say. */
export interface SealPlan {
  seals: readonly Seal[]
  incidents: readonly GateDocument[]
}

/**
 * Judges each document in the published world. Aligned: the seal says exactly that. Not aligned: a seal that time alone
 * could make hold again loses its `rev`; one that its members already break stays, so that putting a member back heals it.
 * Recalled: nothing of the seal is left but its code, also where somebody took the withdrawal away.
 */
export function planSeals(model: GateModel, world: World, ids: readonly string[]): SealPlan {
  const seals: Seal[] = []
  const incidents: GateDocument[] = []
  const judging = createJudging(model, world)
  for (const id of ids) {
    const standing = judging.standing(id)
    const current = world.seals.get(id)
    if (!standing || !isGated(model, standing.document._type)) {
      if (current?.rev) seals.push(unsealed(current))
      continue
    }
    const verdict = verdictOf(judging, standing)
    const wanted = wantedSeal(judging, standing, verdict)
    if (wanted && !(current && isSameSeal(current, wanted))) seals.push(wanted)
    const incident = buildIncident(judging, standing, verdict)
    if (incident) incidents.push(incident)
  }
  return {seals, incidents}
}

function wantedSeal(judging: Judging, standing: Standing, verdict: Verdict): Seal | undefined {
  const {id, document} = standing
  const {world} = judging
  const current = world.seals.get(id)
  if (isTombstone(current) && !standing.withdrawal) return undefined
  if (verdict.state === 'aligned' && document._rev)
    return buildSeal(judging, standing, document._rev)
  if (verdict.state === 'withdrawn') return tombstone(id, current)
  return current && couldHold(world, current, document) ? unsealed(current) : undefined
}

/** Whether the delivery predicate would hold at some time, were no date in the way. */
function couldHold(world: World, seal: Seal, document: GateDocument): boolean {
  if (!seal.rev || seal.rev !== document._rev) return false
  return seal.pins.every(({doc, fingerprint}) => {
    const member = world.seals.get(doc)
    return (
      member?.rev !== undefined &&
      member.rev === world.documents.get(doc)?._rev &&
      member.accepts.some((accept) => accept.fingerprint === fingerprint)
    )
  })
}
