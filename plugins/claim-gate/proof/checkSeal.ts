import {isGated} from '../model/gateModel.ts'
import type {Seal} from '../model/gateDocuments.ts'
import {buildSeal} from '../sealer/buildSeal.ts'
import {verdictOf} from '../verdict/judge.ts'
import type {Judging} from '../verdict/judging.ts'
import type {Horizon, State, Verdict} from '../verdict/verdict.ts'
import {canonicalJson} from './canonicalJson.ts'
import {checkKeptSeal} from './checkKeptSeal.ts'
import {describeVerdict} from './describeVerdict.ts'
import {mismatch, type Mismatch} from './finding.ts'
import {isDelivered} from './isDelivered.ts'
import type {ProofContents} from './proofContents.ts'

/** How a document stood at the moment of the export. */
export interface Outcome {
  id: string
  state: State
  delivered: boolean
  horizon?: Horizon
}

const ADVICE =
  'if nobody changed the file, the sealer had not caught up: npm run reseal, and export again'

/** Judges one id again, from contents and reviews alone, and compares its seal with what follows; an outcome if all is right. */
export function checkSeal(
  contents: ProofContents,
  judging: Judging,
  id: string,
): Outcome | Mismatch | undefined {
  const {world, model} = judging
  const seal = world.seals.get(id)
  const standing = judging.standing(id)
  if (!standing || !isGated(model, standing.document._type)) {
    if (seal?.rev !== undefined)
      return mismatch('no rev where nothing gated is published', seal.rev)
    return seal && checkKeptSeal(contents, world, seal)
  }
  const verdict = verdictOf(judging, standing)
  const wrong =
    verdict.state === 'aligned'
      ? checkPresentSeal(buildSeal(judging, standing, standing.document._rev ?? ''), seal)
      : checkPastSeal(contents, judging, verdict, seal)
  if (wrong) return wrong
  return {
    id,
    state: verdict.state,
    delivered: seal !== undefined && isDelivered(world, seal),
    ...(verdict.horizon ? {horizon: verdict.horizon} : {}),
  }
}

function checkPresentSeal(expected: Seal, seal: Seal | undefined): Mismatch | undefined {
  if (!seal) return mismatch(`the seal ${expected._id}: every role approved it`, `none; ${ADVICE}`)
  const [should, is] = [new Map(Object.entries(expected)), new Map(Object.entries(seal))]
  is.delete('_rev')
  for (const name of new Set([...should.keys(), ...is.keys()])) {
    const [a, b] = [should, is].map((fields) =>
      fields.has(name) ? canonicalJson(fields.get(name)) : 'none',
    )
    if (a !== b) return mismatch(`${name} ${a}, as follows from the reviews`, `${b}; ${ADVICE}`)
  }
  return undefined
}

function checkPastSeal(
  contents: ProofContents,
  {world}: Judging,
  verdict: Verdict,
  seal: Seal | undefined,
): Mismatch | undefined {
  if (!seal) return undefined
  const wrong = checkKeptSeal(contents, world, seal)
  if (wrong) return wrong
  if (verdict.state === 'withdrawn' && seal.accepts.length > 0) {
    return mismatch(`nothing accepted, for it is ${describeVerdict(verdict)}`, `some; ${ADVICE}`)
  }
  return isDelivered(world, seal)
    ? mismatch(`no seal in force, for it is ${describeVerdict(verdict)}`, `rev ${seal.rev}`)
    : undefined
}
