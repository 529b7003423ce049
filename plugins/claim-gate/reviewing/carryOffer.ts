import type {Accept} from '../model/gateDocuments.ts'
import {requiredCarryRoles} from '../model/requiredRoles.ts'
import type {Judging} from '../verdict/judging.ts'
import type {Standing} from '../verdict/standing.ts'
import {carriesOf} from './carriesOf.ts'
import type {Signer} from './signerOf.ts'

/** What a person could carry forward to content that stands before them. */
export interface CarryOffer {
  /** Of the person's roles, those whose word is still missing. */
  roles: readonly string[]
  /** The oldest wording that is still rested on: what the change is to be compared with. */
  oldest: string
  carries: readonly Accept[]
}

/** Whether carrying forward is to be offered to a person at all. */
export function carryOffer(
  judging: Judging,
  standing: Standing,
  signer: Signer,
): CarryOffer | undefined {
  const carried = carriesOf(judging, standing)
  if ('none' in carried) return undefined
  const signed = standing.reviews.filter(
    ({decision, fingerprint}) =>
      decision === 'carriedForward' && fingerprint === standing.fingerprint,
  )
  const roles = requiredCarryRoles(judging.model, standing.document).filter(
    (role) =>
      signer.roles.includes(role) &&
      !signed.some((review) => review.role === role && review.reviewer === signer.account),
  )
  const [oldest] = carried.carries
    .map(({fingerprint}) => ({fingerprint, since: firstSigned(judging, standing.id, fingerprint)}))
    .toSorted((a, b) => (a.since < b.since ? -1 : 1))
  return roles.length > 0 && oldest
    ? {roles, oldest: oldest.fingerprint, carries: carried.carries}
    : undefined
}

const firstSigned = ({world}: Judging, id: string, fingerprint: string): string =>
  (world.reviews.get(id) ?? [])
    .filter((review) => review.fingerprint === fingerprint)
    .map(({_createdAt}) => _createdAt)
    .toSorted()[0] ?? ''
