import {expect} from 'vitest'
import {trialModel} from '../../plugins/claim-gate/fixtures/trialSchema.ts'
import {contentOf, type GateDocument} from '../../plugins/claim-gate/node.ts'
import type {SanityClient} from '@sanity/client'
import type {GateTrial} from './gateTrial.ts'
import {IDS, ROLES, type Id} from './trialDocuments.ts'

const APPROVALS = ['approved', 'approvedWithChanges', 'carriedForward']
/** Who must approve each type, said here a second time so that it is not asked of what is tried. */
const REQUIRED: Record<string, readonly string[]> = {
  study: ['medical'],
  statement: ['marketing', 'medical'],
  page: ['marketing', 'medical'],
}

const datesOf = (document: GateDocument | undefined): Record<string, unknown> => document ?? {}

/** Reviews of a document are numbered in the order in which they were written. */
const numberOf = (id: string): number => Number(/\d+$/u.exec(id)?.[0] ?? 0)

/**
 * Invariants 1 and 8, without the rule that is tried: whatever is delivered was approved by every required role in exactly this
 * content, and of each thing it rests on they saw what stands there, or what every role carried forward to it; and all of
 * it is within its dates.
 */
export async function expectApproved(trial: GateTrial): Promise<void> {
  const delivered = await trial.delivered()
  const {documents, reviews, now} = await trial.world()
  const fingerprints = new Map(
    IDS.flatMap((id): [string, string][] => {
      const document = documents.get(id)
      return document ? [[id, contentOf(trialModel, document).fingerprint]] : []
    }),
  )
  const rolesOf = (id: string): readonly string[] => REQUIRED[documents.get(id)?._type ?? ''] ?? []
  const ofContent = (id: string) =>
    (reviews.get(id) ?? []).filter(({fingerprint}) => fingerprint === fingerprints.get(id))
  const mayRestOn = (member: string, seen: string | undefined): boolean =>
    seen === fingerprints.get(member) ||
    rolesOf(member).every((role) =>
      ofContent(member).some(
        (review) =>
          review.role === role &&
          review.carries.some(
            ({fingerprint, until}) => fingerprint === seen && (until === undefined || until > now),
          ),
      ),
    )
  // A recall is lifted only by an approval of every role that came after it.
  const isLifted = (member: string): boolean => {
    const all = reviews.get(member) ?? []
    const recalled = Math.max(
      0,
      ...all.filter(({decision}) => decision === 'withdrawn').map(({_id}) => numberOf(_id)),
    )
    return rolesOf(member).every((role) =>
      all.some(
        (review) =>
          review.role === role &&
          APPROVALS.includes(review.decision) &&
          (recalled === 0 || numberOf(review._id) > recalled),
      ),
    )
  }
  const isApproved = (id: Id): boolean =>
    rolesOf(id).every((role) =>
      ofContent(id).some(
        (review) =>
          review.role === role &&
          APPROVALS.includes(review.decision) &&
          trial
            .restsOn(id)
            .filter((member) => member !== id)
            .every((member) =>
              mayRestOn(member, review.pins.find(({doc}) => doc === member)?.fingerprint),
            ),
      ),
    )
  const isInItsDays = (id: Id): boolean =>
    trial.restsOn(id).every((member) => {
      const {from, until} = datesOf(documents.get(member))
      const today = now.slice(0, 10)
      return (
        (typeof from !== 'string' || from <= today) && (typeof until !== 'string' || until >= today)
      )
    })
  expect(
    [...delivered].filter((id) => !isInItsDays(id)),
    'delivered before its first day or after its last',
  ).toEqual([])
  expect(
    [...delivered].filter((id) => !trial.restsOn(id).every(isLifted)),
    'delivered on what was recalled and not approved by every role since',
  ).toEqual([])
  expect(
    [...delivered].filter((id) => !isApproved(id)),
    'delivered without every approval',
  ).toEqual([])
}

/** Invariant 6: reviews and snapshots, once written, are neither changed nor removed; `known` is id → revision. */
export async function expectUnchanged(
  client: SanityClient,
  known: Map<string, string>,
): Promise<void> {
  const kept = await client.fetch<{_id: string; _rev: string}[]>(
    '*[_type in ["review", "snapshot"]]{_id, _rev}',
  )
  const now = new Map(kept.map(({_id, _rev}) => [_id, _rev]))
  expect(
    [...known].filter(([id, revision]) => now.get(id) !== revision),
    'a review or snapshot was changed',
  ).toEqual([])
  now.forEach((revision, id) => known.set(id, revision))
}

/** What an import writes anew, as it is: its revisions are others. */
export async function saidInReviews(client: SanityClient): Promise<object[]> {
  const kept = await client.fetch<GateDocument[]>('*[_type in ["review", "snapshot"]] | order(_id)')
  return kept.map(({_rev, _updatedAt, ...said}) => said)
}

/**
 * Invariants 7 and 9: once the sealer has caught up, aligned in the published world means delivered and nothing else
 * does; and honest people get what is published in force again.
 */
export async function expectAtRest(trial: GateTrial): Promise<void> {
  await trial.seal()
  const [inForce, delivered] = await Promise.all([trial.inForce(), trial.delivered()])
  expect([...delivered].toSorted(), 'delivered is not what is aligned').toEqual(
    [...inForce].toSorted(),
  )
  await trial.approveEverything()
  expect((await trial.delivered()).size, 'approved by all and still withheld').toBe(IDS.length)
}

/**
 * Invariant 9 as well: whatever went before, an edit that everybody approves is published and delivered. Which document
 * is edited follows from `which`; all of them must be delivered.
 */
export async function expectGoesOut(trial: GateTrial, which: number): Promise<void> {
  const [id] = IDS.slice(which % IDS.length)
  if (id === undefined) throw new Error('There is no document')
  await trial.edit(id, {value: `approved edit ${which}`})
  for (const role of ROLES) await trial.sign(id, role)
  expect(await trial.publish(id), 'approved by all and not published').toBe(true)
  expect(await trial.isDelivered(id), 'published with every approval and withheld').toBe(true)
}

/** Invariant 3: content that is put back is in force again, with all that rests on it, and nobody signs anything. */
export async function expectPutBack(trial: GateTrial, which: number): Promise<void> {
  const [id] = IDS.slice(which % IDS.length)
  if (id === undefined) throw new Error('There is no document')
  const before = await trial.delivered()
  const value = trial.value(await trial.published(id), id)
  await trial.edit(id, {value: `put back ${which}`})
  for (const role of ROLES) await trial.sign(id, role)
  expect(await trial.publish(id), 'approved by all and not published').toBe(true)
  const reviews = await trial.reviewCount()
  await trial.edit(id, {value: String(value)})
  expect(await trial.publish(id), 'put back and not published').toBe(true)
  expect(await trial.delivered(), 'put back and not in force').toEqual(before)
  expect(await trial.reviewCount(), 'what was put back was signed again').toBe(reviews)
}
