import type {Pin} from '../model/gateDocuments.ts'
import {isGated, type GateDocument, type GateModel} from '../model/gateModel.ts'
import {checkpointWorld, type CheckpointWorld} from '../verdict/checkpointWorld.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {judgeCheckpoint} from '../verdict/judgeCheckpoint.ts'
import {verdictOf} from '../verdict/judge.ts'
import type {Judging} from '../verdict/judging.ts'
import {hasApproved} from '../verdict/standingOf.ts'
import type {Standing} from '../verdict/standing.ts'
import {movedSince} from '../verdict/staleReasons.ts'
import type {Reason} from '../verdict/verdict.ts'
import {overlay, type World} from '../verdict/worldState.ts'
import type {WholeWorld} from '../world/loadAll.ts'
import type {Signer} from './signerOf.ts'

/** A document that waits for a person's signature, and what a signature would be of. */
export interface WaitingDocument {
  id: string
  document: GateDocument
  /** The world in which it is to be read: `published`, or an open checkpoint. */
  basis: string
  /** Those of the person's roles that are asked for. */
  roles: readonly string[]
  seen: {fingerprint: string; pins: readonly Pin[]}
}

/** What a change of one source has put in question. */
export interface WaitingGroup {
  /** The world in which it has: `published`, or the open checkpoint with which it goes out. */
  basis: string
  /** Published id of the source that changed. */
  source: string
  /** Fingerprint of the wording that was approved with the documents. */
  before: string
  /** The source as it stands in that world. */
  after: GateDocument | undefined
  documents: readonly WaitingDocument[]
}

export interface WaitingWork {
  /** By the change that caused it, the one that concerns most documents first. */
  groups: readonly WaitingGroup[]
  /** Documents that changed themselves, or were never approved: each has to be read. */
  own: readonly WaitingDocument[]
}

/**
 * What waits for a person, in a world that holds everything. Drafts are judged each by itself, but for those that go out
 * together. What rests on something that is itself not approved waits for that, and not for a signature of its own.
 */
export function waitingFor(
  model: GateModel,
  {world, drafts, open}: WholeWorld,
  signer: Signer,
): WaitingWork {
  const together = new Set(open.flatMap(({members}) => members))
  const published = createJudging(model, world)
  const apart = [...drafts.keys()].filter((id) => !together.has(id))
  // What is published of a member is asked for as well, where it needs to be: its draft may go out much later.
  const alone = [...new Set([...gatedIds(model, world), ...apart])].map((id) => {
    const draft = together.has(id) ? undefined : drafts.get(id)
    return {id, judging: draft ? createJudging(model, overlay(world, [[id, draft]])) : published}
  })
  const joined = open.flatMap((checkpoint) =>
    inCheckpoint(model, checkpointWorld(world, checkpoint, drafts)),
  )
  return sorted(
    [...alone, ...joined].flatMap(({id, judging}) => {
      const found = waiting(judging, id, signer)
      return found ? [{...found, judging}] : []
    }),
  )
}

/** The documents of which a checkpoint needs approvals: its members, and what is out and rests on them. */
function inCheckpoint(model: GateModel, within: CheckpointWorld): {id: string; judging: Judging}[] {
  const judging = createJudging(model, within.world)
  const {members, dependants} = judgeCheckpoint(model, within, judging)
  const asked = dependants.filter(({setAside}) => !setAside)
  return [...members, ...asked].map(({id}) => ({id, judging}))
}

/** Parts what waits by what each role has to look at; the change that concerns most documents comes first. */
function sorted(
  found: readonly {document: WaitingDocument; standing: Standing; judging: Judging}[],
): WaitingWork {
  const groups = new Map<string, WaitingGroup & {documents: WaitingDocument[]}>()
  const own: WaitingDocument[] = []
  for (const {document, standing, judging} of found) {
    const {own: unread, moved} = byCause(judging, standing, document.roles)
    if (unread.length > 0) own.push({...document, roles: unread})
    for (const {roles, ...cause} of moved) {
      const {basis, documents} = judging.world
      const key = `${basis} ${cause.source} ${cause.before}`
      const after = documents.get(cause.source)
      const group = groups.get(key) ?? {...cause, basis, after, documents: []}
      group.documents.push({...document, roles})
      groups.set(key, group)
    }
  }
  return {
    groups: [...groups.values()].toSorted((a, b) => b.documents.length - a.documents.length),
    own,
  }
}

const gatedIds = (model: GateModel, {documents}: World): string[] =>
  [...documents].flatMap(([id, {_type}]) => (isGated(model, _type) ? [id] : []))

function waiting(
  judging: Judging,
  id: string,
  signer: Signer,
): {document: WaitingDocument; standing: Standing} | undefined {
  const standing = judging.standing(id)
  if (!standing || !isGated(judging.model, standing.document._type)) return undefined
  const verdict = verdictOf(judging, standing)
  const roles = verdict.roles
    .filter((each) => signer.roles.includes(each.role) && !hasApproved(each))
    .map(({role}) => role)
  const isClosed = verdict.missing.length > 0 || !verdict.reasons.every(isAnswered)
  if (roles.length === 0 || isClosed) return undefined
  const {fingerprint, pins} = verdict
  const {document} = standing
  return {
    standing,
    document: {id, document, basis: judging.world.basis, roles, seen: {fingerprint, pins}},
  }
}

/** Whether a signature of this document could put an end to it. */
function isAnswered(reason: Reason): boolean {
  switch (reason.kind) {
    case 'unreviewed':
    case 'changed':
    case 'rolesMissing':
    case 'withdrawn':
    case 'memberChanged':
    case 'memberNotPinned':
      return true
    // Others are still to sign what it rests on, and what is signed here is of that content all the same.
    case 'memberNotAligned':
      return reason.state === 'inReview'
    case 'changesRequested':
    case 'expired':
    case 'malformedDate':
    case 'waiting':
    case 'memberMissing':
      return false
    default:
      return reason satisfies never
  }
}

interface Cause {
  source: string
  before: string
  roles: string[]
}

/**
 * Parts the roles by what each has to look at: one changed source, for those that approved this content before, or the
 * document itself, where it is new to the role or more than one thing under it has moved.
 */
function byCause(
  judging: Judging,
  standing: Standing,
  roles: readonly string[],
): {own: string[]; moved: Cause[]} {
  const [own, moved]: [string[], Cause[]] = [[], []]
  for (const {role, latest} of standing.roles) {
    if (!roles.includes(role)) continue
    const [reason, ...others] = latest ? movedSince(judging, standing, latest) : []
    const source = reason?.path.at(-1)
    if (reason?.kind !== 'memberChanged' || source === undefined || others.length > 0) {
      own.push(role)
      continue
    }
    const {before} = reason
    const cause = moved.find((each) => each.source === source && each.before === before)
    if (cause) cause.roles.push(role)
    else moved.push({source, before, roles: [role]})
  }
  return {own, moved}
}
