import type {SanityClient} from '@sanity/client'
import canonicalize from 'canonicalize'
import {
  personOf,
  readReview,
  readSigner,
  type GateDocument,
  type GateModel,
  type Signer,
} from '../../plugins/claim-gate/node.ts'
import {documentsAt} from './documentsAt.ts'
import {readLogs, type LogLine} from './readLogs.ts'
import {pagesOf} from './pages.ts'
import type {Finding} from './report.ts'

/** A review was written once, when and by whom it says, in a role that this person holds: the log knows. */
export async function checkReviews(client: SanityClient, model: GateModel): Promise<Finding[]> {
  const findings: Finding[] = []
  const holders = createHolders(client, model)
  for await (const page of pagesOf(client, 'review')) {
    const logs = await readLogs(
      client,
      page.map(({_id}) => _id),
    )
    for (const review of page) {
      const log = await sinceFirst(client, review, logs.get(review._id) ?? [])
      const message = await faultOf(model, review, log, holders)
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

/** Whether an account held a role at an instant. */
type Holders = (account: string, role: string, at: string) => Promise<boolean>

/** Most hold their roles still; of the others the lake remembers what they held when they signed. */
function createHolders(client: SanityClient, model: GateModel): Holders {
  const known = new Map<string, Promise<GateDocument | undefined>>()
  const holds = (signer: Signer, role: string): boolean => signer.roles.includes(role)
  return async (account, role, at) => {
    const asked = known.get(account) ?? personOf(client, model, account)
    known.set(account, asked)
    const person = await asked
    if (!person) return false
    if (holds(readSigner(model, account, person), role)) return true
    const [then] = await documentsAt(client, [person._id], {time: at})
    return then !== undefined && holds(readSigner(model, account, then), role)
  }
}

async function faultOf(
  model: GateModel,
  document: GateDocument,
  log: readonly LogLine[],
  holders: Holders,
): Promise<string | undefined> {
  const {_createdAt, reviewer, role} = document
  const [entry, ...later] = log
  if (later.length > 0) return 'was changed after it was signed'
  // A hosted project keeps its log for some days only: what is no longer in it can be neither confirmed nor denied.
  if (!entry) return undefined
  if (entry.author !== reviewer)
    return `says that ${String(reviewer)} signed, and ${entry.author} wrote it`
  if (Date.parse(entry.timestamp) !== Date.parse(_createdAt ?? ''))
    return `says that it was written at ${_createdAt}, and the log says ${entry.timestamp}`
  if (Math.abs(Date.parse(entry.timestamp) - Date.parse(String(document.signedAt))) > CLOCKS_MS)
    return `says that it was signed at ${String(document.signedAt)}, and the log says ${entry.timestamp}`
  const review = readReview(document)
  if (!review) return 'cannot be read as a review, and approves nothing'
  if (typeof role !== 'string' || !(await holders(entry.author, role, entry.timestamp)))
    return `is signed as ${String(role)} by ${entry.author}, who holds that role neither now nor did then`
  const isOwn = review.editors?.includes(entry.author) === true
  const asks = review.decision === 'changesRequested' || review.decision === 'withdrawn'
  return isOwn && !asks && !model.options.roles[role]?.mayReviewOwn
    ? `approves as ${role} what its signer ${entry.author} had changed`
    : undefined
}
