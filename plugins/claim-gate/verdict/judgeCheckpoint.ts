import {isOpen, setAsideIn, type Checkpoint, type CheckpointEvent} from '../model/checkpoint.ts'
import {
  gatedType,
  isGated,
  type GateDocument,
  type GateModel,
  type Side,
} from '../model/gateModel.ts'
import {idAt} from '../model/record.ts'
import {agreementMissing} from './agreementMissing.ts'
import type {CheckpointWorld} from './checkpointWorld.ts'
import {createJudging} from './createJudging.ts'
import {dependantsIn, usersIn} from './dependantsIn.ts'
import {instantOf} from './instant.ts'
import {isLetOut} from './isLetOut.ts'
import {verdictOf} from './judge.ts'
import type {Judging} from './judging.ts'
import type {State, Verdict} from './verdict.ts'
import type {World} from './worldState.ts'

/** What keeps a checkpoint from going out. Ids are published ids. */
export type Blocker =
  | {kind: 'noMembers'}
  | {kind: 'noSide'; side: Side}
  | {kind: 'noGroup'}
  | {kind: 'noAgreement'}
  | {kind: 'agreementMissing'; people: readonly string[]}
  | {kind: 'memberGone'; id: string}
  | {kind: 'notGated'; id: string}
  | {kind: 'notAligned'; id: string; state: State}
  | {kind: 'dependantNotAligned'; id: string; state: State}
  | {kind: 'notYetEffective'; id: string; from: string}
  | {kind: 'otherCheckpoint'; id: string; checkpoint: string}

/** A document as it would stand if the checkpoint went out now. */
interface Judged {
  id: string
  document: GateDocument
  verdict: Verdict
}

export interface JudgedMember extends Judged {
  /** It is a draft; a member that is out already as it stands has nothing to publish. */
  isDraft: boolean
}

/** What is out and rests on a member. */
export interface JudgedDependant extends Judged {
  /** By what the owner said, where it is left to go stale. */
  setAside?: CheckpointEvent
}

/** Where a checkpoint stands: what is in it, what it touches, and what it still waits for. */
export interface CheckpointVerdict {
  members: readonly JudgedMember[]
  /** In force at this moment; whatever else rests on a member waits for nobody. */
  dependants: readonly JudgedDependant[]
  blockers: readonly Blocker[]
  passes: boolean
}

/** Judges a checkpoint as a whole: it passes when each member, and each dependant in force, is aligned in its world. */
export function judgeCheckpoint(
  model: GateModel,
  within: CheckpointWorld,
  judging: Judging = createJudging(model, within.world),
): CheckpointVerdict {
  const {checkpoint, published} = within
  const members = checkpoint.members.flatMap((id) => judgedMember(judging, id) ?? [])
  const dependants = dependantsInForce(within, judging)
  const blockers = oncePerCheckpoint([
    ...ofCheckpoint(model, checkpoint, members, published),
    ...checkpoint.members.flatMap((id) => ofMember(model, within, members, id)),
    ...dependants.flatMap((dependant) => ofDependant(within, dependant)),
  ])
  return {members, dependants, blockers, passes: blockers.length === 0}
}

function judged(judging: Judging, id: string): Judged | undefined {
  const standing = judging.standing(id)
  if (!standing || !isGated(judging.model, standing.document._type)) return undefined
  return {id, document: standing.document, verdict: verdictOf(judging, standing)}
}

function judgedMember(judging: Judging, id: string): JudgedMember | undefined {
  const member = judged(judging, id)
  return member && {...member, isDraft: member.document._id !== id}
}

function dependantsInForce(
  {checkpoint, published}: CheckpointWorld,
  judging: Judging,
): JudgedDependant[] {
  const {model} = judging
  const now = createJudging(model, published)
  const aside = setAsideIn(checkpoint)
  return dependantsIn(usersIn(model, published), checkpoint.members).flatMap((id) => {
    const out = judged(now, id)
    const then = judged(judging, id)
    if (!out || !then || !isInForce(out.verdict, published.now)) return []
    const setAside = aside.get(id)
    return [{...then, ...(setAside ? {setAside} : {})}]
  })
}

const isInForce = ({state, horizon}: Verdict, now: string): boolean =>
  state === 'aligned' && !isToCome(horizon?.from, now)

const isToCome = (from: string | undefined, now: string): from is string =>
  from !== undefined && instantOf(from) > instantOf(now)

function ofCheckpoint(
  model: GateModel,
  checkpoint: Checkpoint,
  members: readonly JudgedMember[],
  published: World,
): Blocker[] {
  if (checkpoint.members.length === 0) return [{kind: 'noMembers'}]
  if (checkpoint.kind !== 'launch') return []
  const launched = members.filter((member) => isLaunched(model, checkpoint, published, member))
  const sides = new Set(launched.map(({document}) => gatedType(model, document._type)?.side))
  const missing = (['content', 'training'] as const).filter((side) => !sides.has(side))
  const blockers: Blocker[] = missing.map((side) => ({kind: 'noSide', side}))
  if (!model.options.agreement) return blockers
  if (checkpoint.group === undefined) return [...blockers, {kind: 'noGroup'}]
  const agreement = published.agreements.get(checkpoint.group)
  if (!agreement) return [...blockers, {kind: 'noAgreement'}]
  const people = agreementMissing(model, agreement)
  return people.length > 0 ? [...blockers, {kind: 'agreementMissing', people}] : blockers
}

/** Of this launch, and not out before as it is: an old asset is no side of a launch. */
function isLaunched(
  model: GateModel,
  {group}: Checkpoint,
  published: World,
  {id, document, verdict}: JudgedMember,
): boolean {
  const path = gatedType(model, document._type)?.firstPublish?.groupPath
  const isOfGroup = path === undefined || group === undefined || idAt(document, path) === group
  return isOfGroup && !isLetOut(published, id, verdict.fingerprint)
}

function ofMember(
  model: GateModel,
  within: CheckpointWorld,
  members: readonly JudgedMember[],
  id: string,
): Blocker[] {
  const member = members.find((each) => each.id === id)
  if (!member) {
    const document = within.world.documents.get(id)
    return document && !isGated(model, document._type)
      ? [{kind: 'notGated', id}]
      : [{kind: 'memberGone', id}]
  }
  const {state, horizon} = member.verdict
  if (state !== 'aligned')
    return [{kind: 'notAligned', id, state}, ...elsewhere(within, member, [id])]
  const isOut = within.world.seals.get(id)?.rev !== undefined
  return isOut && isToCome(horizon?.from, within.world.now)
    ? [{kind: 'notYetEffective', id, from: horizon?.from ?? ''}]
    : []
}

/** What the owner set aside goes stale, and keeps nobody waiting. */
function ofDependant(within: CheckpointWorld, dependant: JudgedDependant): Blocker[] {
  const {id, verdict, setAside} = dependant
  const {state, horizon} = verdict
  if (setAside) return []
  if (state !== 'aligned')
    return [{kind: 'dependantNotAligned', id, state}, ...elsewhere(within, dependant)]
  return isToCome(horizon?.from, within.world.now)
    ? [{kind: 'notYetEffective', id, from: horizon?.from ?? ''}]
    : []
}

/** Other open checkpoints that hold what a document waits for: the two could go out as one. */
function elsewhere(
  {checkpoint, world}: CheckpointWorld,
  {id, verdict}: Judged,
  own: readonly string[] = [],
): Blocker[] {
  const roots = verdict.reasons.flatMap((reason) =>
    'path' in reason ? [reason.path.at(-1) ?? ''] : [],
  )
  const others = [...own, ...roots, ...verdict.missing].flatMap((each) =>
    (world.checkpoints.get(each) ?? []).filter(
      (other) => isOpen(other) && other._id !== checkpoint._id,
    ),
  )
  return [...new Set(others.map(({_id}) => _id))].map((other) => ({
    kind: 'otherCheckpoint',
    id,
    checkpoint: other,
  }))
}

/** That two wait for each other is said once, whatever number of documents it is about. */
function oncePerCheckpoint(blockers: readonly Blocker[]): Blocker[] {
  const seen = new Set<string>()
  return blockers.filter((blocker) => {
    if (blocker.kind !== 'otherCheckpoint') return true
    if (seen.has(blocker.checkpoint)) return false
    seen.add(blocker.checkpoint)
    return true
  })
}
