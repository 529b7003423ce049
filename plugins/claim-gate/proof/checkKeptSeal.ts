import {sealCode} from '../verdict/sealCode.ts'
import {snapshotId, type Seal} from '../model/gateDocuments.ts'
import {isApproval} from '../verdict/reviewOrder.ts'
import {mismatch, type Mismatch} from './finding.ts'
import type {World} from '../verdict/worldState.ts'
import type {ProofContents} from './proofContents.ts'

/**
 * What is wrong with a seal of content that is not aligned now: it stays as it was made, so that content put back is in
 * force again. All that it says must still follow from reviews of the content that was sealed.
 */
export function checkKeptSeal(
  contents: ProofContents,
  world: World,
  seal: Seal,
): Mismatch | undefined {
  const [sealed] = seal.accepts
  if (!sealed) return checkTombstone(contents, world, seal)
  const code = sealCode(seal.subject, sealed.fingerprint)
  if (seal.code !== code) return mismatch(`code ${code}`, `code ${seal.code}`)
  return (
    checkNamedReviews(contents, seal, sealed.fingerprint) ??
    checkDates(contents, seal, sealed.fingerprint) ??
    checkAccepts(world, seal, sealed.fingerprint) ??
    checkPins(world, seal)
  )
}

/** What a recall leaves: nothing to rest on, and the code. */
function checkTombstone(
  contents: ProofContents,
  {reviews}: World,
  {subject, rev, pins, code, reviews: named}: Seal,
): Mismatch | undefined {
  if (rev !== undefined || pins.length > 0) {
    return mismatch('neither rev nor pins where nothing is accepted', 'some')
  }
  const withdrawn = reviews.get(subject)?.some(({decision}) => decision === 'withdrawn')
  if (!withdrawn) return mismatch(`a withdrawal of ${subject}, which alone empties a seal`, 'none')
  const absent = named.find((id) => !contents.reviews.has(id))
  if (absent !== undefined) return mismatch(`the review ${absent} that it names`, 'none')
  const known = [...contents.snapshots.values()].filter((each) => each.subject === subject)
  const isKnown = known.some(({fingerprint}) => sealCode(subject, fingerprint) === code)
  return code === '' || isKnown
    ? undefined
    : mismatch(`the code of a content of ${subject}`, `code ${code}`)
}

function checkNamedReviews(
  {reviews}: ProofContents,
  seal: Seal,
  fingerprint: string,
): Mismatch | undefined {
  if (seal.reviews.length === 0) return mismatch(`reviews that approved ${fingerprint}`, 'none')
  for (const id of seal.reviews) {
    const review = reviews.get(id)
    if (!review) return mismatch(`the review ${id} that it names`, 'none')
    if (review.subject !== seal.subject || review.fingerprint !== fingerprint) {
      return mismatch(
        `${id} to be of ${seal.subject} with ${fingerprint}`,
        `it is of ${review.subject} with ${review.fingerprint}`,
      )
    }
    if (!isApproval(review)) return mismatch(`${id} to approve`, review.decision)
  }
  return undefined
}

function checkDates(
  {snapshots}: ProofContents,
  seal: Seal,
  fingerprint: string,
): Mismatch | undefined {
  const dates = snapshots.get(snapshotId(seal.subject, fingerprint))?.dates ?? {}
  if (dates.validFrom === seal.validFrom && dates.validUntil === seal.validUntil) return undefined
  const between = (from = 'ever', until = 'ever'): string => `from ${from} until ${until}`
  return mismatch(
    between(dates.validFrom, dates.validUntil),
    between(seal.validFrom, seal.validUntil),
  )
}

function checkAccepts(
  {reviews}: World,
  {subject, accepts}: Seal,
  fingerprint: string,
): Mismatch | undefined {
  const carried = new Set(
    (reviews.get(subject) ?? [])
      .filter((review) => review.fingerprint === fingerprint)
      .filter(({decision}) => decision === 'carriedForward')
      .flatMap(({carries}) => carries.map((carry) => `${carry.fingerprint} ${carry.until}`)),
  )
  const odd = accepts
    .slice(1)
    .find((accept) => !carried.has(`${accept.fingerprint} ${accept.until}`))
  return odd && mismatch('only wordings that a review carried forward', odd.fingerprint)
}

function checkPins({reviews}: World, {subject, pins, pinCount}: Seal): Mismatch | undefined {
  if (pinCount !== pins.length) return mismatch(`pinCount ${pins.length}`, String(pinCount))
  const behind = new Set([subject, ...pins.map(({doc}) => doc)])
  const seen = new Set(
    [...behind]
      .flatMap((id) => reviews.get(id) ?? [])
      .flatMap((review) => review.pins.map(({doc, fingerprint}) => `${doc} ${fingerprint}`)),
  )
  const odd = pins.find(({doc, fingerprint}) => !seen.has(`${doc} ${fingerprint}`))
  return odd && mismatch('pins that a review saw', `${odd.doc} with ${odd.fingerprint}`)
}
