import type {SanityClient} from '@sanity/client'
import {
  isApproval,
  readReview,
  readSeal,
  sealCode,
  type GateDocument,
  type Review,
  type Seal,
} from '../../plugins/claim-gate/node.ts'
import {inParts, pagesOf} from './pages.ts'
import {isWhole, readLogs, type LogLine} from './readLogs.ts'
import type {Finding} from './report.ts'

/**
 * A seal speaks of reviews that there are, and of nothing that they did not approve; and it was not there before its
 * subject was out: one that is forged says that something was let out which never was.
 */
export async function checkSeals(client: SanityClient): Promise<Finding[]> {
  const findings: Finding[] = []
  for await (const page of pagesOf(client, 'seal')) {
    const seals = page.filter(({_id}) => _id.startsWith('seal-'))
    const subjects = seals.map(({_id}) => _id.slice('seal-'.length))
    const [reviews, logs] = await Promise.all([
      reviewsOf(client, subjects),
      readLogs(client, [...seals.map(({_id}) => _id), ...subjects]),
    ])
    for (const document of seals) {
      const subject = document._id.slice('seal-'.length)
      const message =
        contentFault(readSeal(document), subject, reviews.get(subject) ?? []) ??
        timeFault(document, logs.get(document._id) ?? [], logs.get(subject) ?? [])
      if (message !== undefined) findings.push({about: 'seal', id: document._id, message})
    }
  }
  return findings
}

/** As many subjects as are asked for at once. */
const PART = 400

async function reviewsOf(
  client: SanityClient,
  subjects: readonly string[],
): Promise<Map<string, Review[]>> {
  const stored = await inParts(subjects, PART, (ids) =>
    client.fetch<GateDocument[]>('*[_type == "review"][subject in $ids]', {ids}),
  )
  return Map.groupBy(
    stored.flatMap((document) => readReview(document) ?? []),
    ({subject}) => subject,
  )
}

function contentFault(
  {accepts, code, reviews: named}: Seal,
  subject: string,
  reviews: readonly Review[],
): string | undefined {
  const ids = new Set(reviews.map(({_id}) => _id))
  const unknown = named.find((id) => !ids.has(id))
  if (unknown !== undefined) return `rests on ${unknown}, which is no review of ${subject}`
  const approvals = reviews.filter(isApproval)
  const approved = new Set(approvals.map(({fingerprint}) => fingerprint))
  const carried = approvals.flatMap(({carries}) => carries.map(({fingerprint}) => fingerprint))
  const mayBeRestedOn = new Set([...approved, ...carried])
  const foreign = accepts.find(({fingerprint}) => !mayBeRestedOn.has(fingerprint))
  if (foreign) return `accepts ${foreign.fingerprint}, which nobody approved`
  const codes = new Set([...approved].map((fingerprint) => sealCode(subject, fingerprint)))
  return code === '' || codes.has(code)
    ? undefined
    : `carries the code ${code}, which is that of no content that somebody approved`
}

/** What a recall leaves of something that was never sealed says nothing, and may stand before it is out. */
function timeFault(
  document: GateDocument,
  log: readonly LogLine[],
  ofSubject: readonly LogLine[],
): string | undefined {
  const {accepts, code, reviews} = readSeal(document)
  if (accepts.length + reviews.length === 0 && code === '') return undefined
  const [first] = log
  if (!first || !isWhole(document, log)) return undefined
  const [out] = ofSubject
  if (!out) return 'was written, and what it seals has never been out'
  return Date.parse(first.timestamp) < Date.parse(out.timestamp)
    ? 'was written before what it seals was out'
    : undefined
}
