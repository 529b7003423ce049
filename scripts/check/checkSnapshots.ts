import type {SanityClient} from '@sanity/client'
import {fingerprintOf, snapshotId, type GateDocument} from '../../plugins/claim-gate/node.ts'
import {PUT_BACK} from './checkKept.ts'
import type {Imports} from './createImports.ts'
import type {Signings} from './createSignings.ts'
import {inParts, pagesOf, RAW} from './pages.ts'
import {readLives, type Life} from './readLives.ts'
import type {Finding} from './report.ts'

/** A snapshot is the content whose fingerprint it carries, and was written by whoever signed that, in the same transaction. */
export async function checkSnapshots(
  client: SanityClient,
  imports: Imports,
  signings: Signings,
): Promise<Finding[]> {
  const findings: Finding[] = []
  for await (const page of pagesOf(client, 'snapshot')) {
    const lifeOf = await readLives(client, page)
    const unsigned = page.filter((snapshot) => !isSigned(snapshot, lifeOf(snapshot), signings))
    if (unsigned.length > 0) await addSigned(client, unsigned, signings)
    for (const snapshot of page) {
      const life = lifeOf(snapshot)
      imports.add(snapshot._id, life)
      const message = contentFault(snapshot) ?? writingFault(snapshot, life, signings)
      if (message !== undefined) findings.push({about: 'snapshot', id: snapshot._id, message})
    }
  }
  return findings
}

/**
 * Adds the reviews that name these snapshots and were signed since reviews were read; they are judged themselves when
 * `check` is run again.
 */
async function addSigned(
  client: SanityClient,
  snapshots: readonly GateDocument[],
  signings: Signings,
): Promise<void> {
  const naming = await client.fetch<string[]>(
    '*[_type == "review"][count(snapshots[@ in $ids]) > 0]._id',
    {ids: snapshots.map(({_id}) => _id)},
    RAW,
  )
  const unread = naming.filter((id) => !signings.knows(id))
  const reviews = await inParts(unread, PART, (ids) =>
    client.fetch<GateDocument[]>('*[_id in $ids]', {ids}, RAW),
  )
  const lifeOf = await readLives(client, reviews)
  reviews.forEach((review) => signings.add(review, lifeOf(review)))
}

/** As many as are asked for at once. */
const PART = 500

/** What was brought in, or was written before the log begins, is not asked about. */
function isSigned(
  {_id}: GateDocument,
  {log, made, isBroughtIn}: Life,
  signings: Signings,
): boolean {
  return !made || isBroughtIn || log.some(({id}) => signings.wrote(id, _id))
}

function contentFault({_id, content, fingerprint, subject}: GateDocument): string | undefined {
  if (typeof content !== 'string' || fingerprintOf(content) !== fingerprint)
    return `is not the content whose fingerprint it carries: ${PUT_BACK}`
  const isOwn =
    typeof subject === 'string' &&
    typeof fingerprint === 'string' &&
    snapshotId(subject, fingerprint) === _id
  return isOwn ? undefined : `is not the snapshot that its name says, but another one: ${PUT_BACK}`
}

function writingFault(snapshot: GateDocument, life: Life, signings: Signings): string | undefined {
  const {made} = life
  if (!made || isSigned(snapshot, life, signings)) return undefined
  return `was written by ${made.author} at ${made.timestamp}, and no review that is left was signed with it then: ask ${made.author} what it is for`
}
