import type {SanityClient} from '@sanity/client'
import canonicalize from 'canonicalize'
import {readReview, type GateDocument, type GateModel} from '../../plugins/claim-gate/node.ts'
import {createHolders, type Holders} from './createHolders.ts'
import type {Imports} from './createImports.ts'
import {documentsAt} from './documentsAt.ts'
import {pagesOf} from './pages.ts'
import {isCreatedBy, readLives, type Life} from './readLives.ts'
import type {LogLine} from './readLogs.ts'
import type {Finding} from './report.ts'
import type {Signings} from './createSignings.ts'

/** A review was written once, when and by whom it says, in a role that this person holds: the log knows. */
export async function checkReviews(
  client: SanityClient,
  model: GateModel,
  imports: Imports,
  signings: Signings,
): Promise<Finding[]> {
  const findings: Finding[] = []
  const holders = createHolders(client, model)
  for await (const page of pagesOf(client, 'review')) {
    const lifeOf = await readLives(client, page)
    for (const review of page) {
      const life = lifeOf(review)
      imports.add(review._id, life)
      signings.add(review, life)
      const log = await sinceFirst(client, review, life.log)
      const message =
        writingFault(review, log, life) ??
        (await roleFault(review, log, life, holders)) ??
        ownFault(model, review)
      if (message !== undefined) findings.push({about: 'review', id: review._id, message})
    }
  }
  return findings
}

/** Of a review that was removed and put back as it was signed, what the log says of its signing. */
async function sinceFirst(
  client: SanityClient,
  review: GateDocument,
  log: readonly LogLine[],
): Promise<readonly LogLine[]> {
  const [first, ...later] = log
  if (!first || later.length === 0) return log
  const [signed] = await documentsAt(client, [review._id], {revision: first.id})
  return signed && contentIn(signed) === contentIn(review) ? [first] : log
}

/** All that a review says, whatever revision it is. */
function contentIn({_rev, _updatedAt, ...content}: GateDocument): string {
  return canonicalize(content) ?? ''
}

/** The clock of a signer's machine may be wrong. */
const CLOCKS_MS = 24 * 3_600_000

const AGAIN = 'have it signed again'

/** Who wrote it and when, and that it was written once; of one that was brought in, whether it agrees with itself. */
function writingFault(
  document: GateDocument,
  [entry, ...later]: readonly LogLine[],
  {isBroughtIn}: Life,
): string | undefined {
  const {_createdAt, reviewer, signedAt} = document
  if (later.length > 0)
    return 'was changed after it was signed: put back from an export what was signed'
  if (!entry) return undefined
  if (!isBroughtIn && entry.author !== reviewer)
    return `says that ${String(reviewer)} signed, and ${entry.author} wrote it: ask both, and ${AGAIN}`
  if (!isBroughtIn && !isCreatedBy(document, entry))
    return `says that it was written at ${_createdAt}, and the log says ${entry.timestamp}: ask ${entry.author}, and ${AGAIN}`
  const written = isBroughtIn ? String(_createdAt) : entry.timestamp
  if (Math.abs(Date.parse(written) - Date.parse(String(signedAt))) > CLOCKS_MS)
    return `says that it was signed at ${String(signedAt)}, and it was written at ${written}: ask ${String(reviewer)}, whose clock may be wrong, and ${AGAIN}`
  return readReview(document)
    ? undefined
    : `cannot be read as a review, and approves nothing: ${AGAIN}`
}

/** Of one that was brought in the log does not know who held which role when it was signed. */
async function roleFault(
  {role, reviewer}: GateDocument,
  [entry]: readonly LogLine[],
  {isBroughtIn}: Life,
  holders: Holders,
): Promise<string | undefined> {
  if (!entry || isBroughtIn) return undefined
  const signed = `is signed as ${String(role)} by ${String(reviewer)}`
  const held =
    typeof role === 'string' ? await holders(entry.author, role, entry.timestamp) : 'never'
  if (held === 'unknown')
    return `${signed}, and no person document that is left was tied to that account then, so that nobody knows which roles it held: put the person document back from an export, with no roles if they left; or ${AGAIN}`
  return held === 'never'
    ? `${signed}, who holds that role neither now nor did then: have it signed by somebody who holds it`
    : undefined
}

function ownFault(model: GateModel, document: GateDocument): string | undefined {
  const review = readReview(document)
  if (!review) return undefined
  const {reviewer, role, decision, editors} = review
  const asks = decision === 'changesRequested' || decision === 'withdrawn'
  const isOwn = editors?.includes(reviewer) === true
  return isOwn && !asks && !model.options.roles[role]?.mayReviewOwn
    ? `approves as ${role} what its signer ${reviewer} had changed: have it signed by somebody else`
    : undefined
}
