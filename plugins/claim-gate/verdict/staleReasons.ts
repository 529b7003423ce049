import type {Review} from '../model/gateDocuments.ts'
import type {Judging} from './judging.ts'
import {ownReason, stateOf} from './ownReason.ts'
import type {Standing} from './standing.ts'
import {hasApproved, isAccepted} from './standingOf.ts'
import type {Reason} from './verdict.ts'

type StaleReason = Extract<Reason, {path: readonly string[]}>

/** Why what a document rests on does not hold: the roots, each once, with the whole path to it. */
export function staleReasons(judging: Judging, subject: Standing): StaleReason[] {
  const missing = [...subject.closure.missing.values()].map((path): StaleReason => ({
    kind: 'memberMissing',
    path,
  }))
  const own = isUncovered(subject) ? pinReasons(judging, subject) : []
  const members = [...subject.closure.members].flatMap(([id, path]) => {
    const member = judging.standing(id)
    return member ? memberReasons(judging, member, path) : []
  })
  return withoutRepeats([...missing, ...own, ...members])
}

/** Approvals of this content exist, and none of them covers what it rests on now. */
function isUncovered({roles}: Standing): boolean {
  return roles.some((role) => role.latest) && !roles.some(hasApproved)
}

function memberReasons(judging: Judging, member: Standing, path: readonly string[]): StaleReason[] {
  const reason = ownReason(judging, member)
  if (!reason || (reason.kind === 'rolesMissing' && member.closure.missing.size > 0)) return []
  if (reason.kind !== 'rolesMissing' || !isUncovered(member)) {
    return [{kind: 'memberNotAligned', path, state: stateOf(reason)}]
  }
  const roots = pinReasons(judging, member).map((root) => ({
    ...root,
    path: [...path, ...root.path.slice(1)],
  }))
  return roots.length > 0 ? roots : [{kind: 'memberNotAligned', path, state: 'stale'}]
}

/** What moved since the newest approval of this content, by whichever role. */
function pinReasons(judging: Judging, standing: Standing): StaleReason[] {
  const latest = standing.roles
    .flatMap((role) => (role.latest ? [role.latest] : []))
    .reduce((a, b) => (Date.parse(a._createdAt) >= Date.parse(b._createdAt) ? a : b))
  return movedSince(judging, standing, latest)
}

/** Members that a review saw in another wording, or not at all. */
export function movedSince(
  {world, accepts: acceptsAt}: Judging,
  {closure}: Standing,
  review: Review,
): StaleReason[] {
  const reasons = [...closure.members].flatMap(([id, path]): StaleReason[] => {
    const accepts = acceptsAt(id)
    const pin = review.pins.find(({doc}) => doc === id)
    if (!pin) return [{kind: 'memberNotPinned', path}]
    if (isAccepted(pin.fingerprint, accepts, world.now)) return []
    return [
      {kind: 'memberChanged', path, before: pin.fingerprint, after: accepts[0]?.fingerprint ?? ''},
    ]
  })
  return reasons.filter((reason) => !isConsequence(reason, reasons))
}

/** A member that came in with a changed one is that one's doing. */
function isConsequence(reason: StaleReason, reasons: readonly StaleReason[]): boolean {
  if (reason.kind !== 'memberNotPinned') return false
  const before = reason.path.slice(0, -1)
  return reasons.some(
    ({kind, path}) => kind === 'memberChanged' && before.includes(path.at(-1) ?? ''),
  )
}

function withoutRepeats(reasons: readonly StaleReason[]): StaleReason[] {
  const seen = new Set<string>()
  return reasons.filter(({kind, path}) => {
    const key = `${kind} ${path.at(-1)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
