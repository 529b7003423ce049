import type {Pin} from '../model/gateDocuments.ts'
import {isGated, type GateDocument, type GateModel} from '../model/gateModel.ts'
import {createJudging} from '../verdict/createJudging.ts'
import {verdictOf} from '../verdict/judge.ts'
import type {Judging} from '../verdict/judging.ts'
import {hasApproved} from '../verdict/standingOf.ts'
import type {Standing} from '../verdict/standing.ts'
import {movedSince} from '../verdict/staleReasons.ts'
import type {Reason} from '../verdict/verdict.ts'
import {overlay, type World} from '../verdict/worldState.ts'
import type {Signer} from './signerOf.ts'

/** A document that waits for a person's signature, and what a signature would be of. */
export interface WaitingDocument {
  id: string
  document: GateDocument
  /** Those of the person's roles that are asked for. */
  roles: readonly string[]
  seen: {fingerprint: string; pins: readonly Pin[]}
}

/** What a change of one source has put in question. */
export interface WaitingGroup {
  /** Published id of the source that changed. */
  source: string
  /** Fingerprint of the wording that was approved with the documents. */
  before: string
  documents: readonly WaitingDocument[]
}

export interface WaitingWork {
  /** By the change that caused it, the one that concerns most documents first. */
  groups: readonly WaitingGroup[]
  /** Documents that changed themselves, or were never approved: each has to be read. */
  own: readonly WaitingDocument[]
}

/**
 * What waits for a person, in a world that holds everything published; `drafts` are judged each by itself. What rests on
 * something that is itself not approved waits for that, and not for a signature of its own.
 */
export function waitingFor(
  model: GateModel,
  world: World,
  drafts: ReadonlyMap<string, GateDocument>,
  signer: Signer,
): WaitingWork {
  const published = createJudging(model, world)
  const groups = new Map<string, {source: string; before: string; documents: WaitingDocument[]}>()
  const own: WaitingDocument[] = []
  for (const id of new Set([...gatedIds(model, world), ...drafts.keys()])) {
    const draft = drafts.get(id)
    const judging = draft ? createJudging(model, overlay(world, [[id, draft]])) : published
    const found = waiting(judging, id, signer)
    if (!found) continue
    const {own: unread, moved} = byCause(judging, found.standing, found.document.roles)
    if (unread.length > 0) own.push({...found.document, roles: unread})
    for (const {roles, ...cause} of moved) {
      const key = `${cause.source} ${cause.before}`
      const group = groups.get(key) ?? {...cause, documents: []}
      group.documents.push({...found.document, roles})
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
    document: {id, document, roles, seen: {fingerprint, pins}},
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
    case 'changesRequested':
    case 'expired':
    case 'malformedDate':
    case 'waiting':
    case 'memberMissing':
    case 'memberNotAligned':
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
