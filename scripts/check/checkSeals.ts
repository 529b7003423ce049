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
import type {Imports} from './createImports.ts'
import {inParts, pagesOf} from './pages.ts'
import {readLives, type Life} from './readLives.ts'
import {readLogs, type LogLine} from './readLogs.ts'
import type {Finding} from './report.ts'

/**
 * A seal speaks of reviews that there are, and of nothing that they did not approve; and it was not there before its
 * subject was out: one that is forged says that something was let out which never was. Whoever publishes writes seals, and
 * a seal names nobody, so that there is nobody with whom its author could be compared.
 */
export async function checkSeals(client: SanityClient, imports: Imports): Promise<Finding[]> {
  const findings: Finding[] = []
  for await (const page of pagesOf(client, 'seal')) {
    const seals = page.filter(({_id}) => _id.startsWith('seal-'))
    const subjects = seals.map(({_id}) => _id.slice('seal-'.length))
    const [reviews, lifeOf, logs] = await Promise.all([
      reviewsOf(client, subjects),
      readLives(client, seals),
      readLogs(client, subjects),
    ])
    for (const document of seals) {
      const subject = document._id.slice('seal-'.length)
      const life = lifeOf(document)
      const seal = readSeal(document)
      // What a recall leaves of something that was never sealed says nothing, and may stand before it is out.
      const isEmpty = seal.accepts.length + seal.reviews.length === 0 && seal.code === ''
      if (!isEmpty) imports.add(document._id, life)
      const message =
        contentFault(seal, subject, reviews.get(subject) ?? []) ??
        (isEmpty ? undefined : timeFault(life, logs.get(subject) ?? []))
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

const RESEAL = 'run npm run reseal, and find out who wrote it'
const FORGED = 'find out who wrote it, and have content and training go out together'

function contentFault(
  {accepts, code, reviews: named}: Seal,
  subject: string,
  reviews: readonly Review[],
): string | undefined {
  const ids = new Set(reviews.map(({_id}) => _id))
  const unknown = named.find((id) => !ids.has(id))
  if (unknown !== undefined)
    return `rests on ${unknown}, which is no review of ${subject}: put that back from an export; if there never was one, ${RESEAL}`
  const approvals = reviews.filter(isApproval)
  const approved = new Set(approvals.map(({fingerprint}) => fingerprint))
  const carried = approvals.flatMap(({carries}) => carries.map(({fingerprint}) => fingerprint))
  const mayBeRestedOn = new Set([...approved, ...carried])
  const foreign = accepts.find(({fingerprint}) => !mayBeRestedOn.has(fingerprint))
  if (foreign) return `accepts ${foreign.fingerprint}, which nobody approved: ${RESEAL}`
  const codes = new Set([...approved].map((fingerprint) => sealCode(subject, fingerprint)))
  return code === '' || codes.has(code)
    ? undefined
    : `carries the code ${code}, which is that of no content that somebody approved: ${RESEAL}`
}

function timeFault({made, isBroughtIn}: Life, [out]: readonly LogLine[]): string | undefined {
  if (!made || isBroughtIn) return undefined
  if (!out) return `was written, and what it seals has never been out: ${FORGED}`
  return Date.parse(made.timestamp) < Date.parse(out.timestamp)
    ? `was written before what it seals was out: ${FORGED}`
    : undefined
}
