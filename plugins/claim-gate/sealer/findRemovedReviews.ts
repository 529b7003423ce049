import type {SanityClient} from '@sanity/client'
import {draftIdOf, publishedIdOf} from '../model/documentIds.ts'
import {lastReviewNumber, reviewId, reviewNumber} from '../model/gateDocuments.ts'
import type {GateModel} from '../model/gateModel.ts'
import {inChunks} from '../world/inChunks.ts'
import {lastWritten} from '../world/lastWritten.ts'
import {reviewsAfter} from '../world/reviewsAfter.ts'
import {isUnsaid, type RemovedReview} from './removedReview.ts'

const RAW = {perspective: 'raw', useCdn: false} as const
const SUBJECTS = '*[_type in $types][!(_id in path("versions.**"))]._id'

interface Written {
  id: string
  subject: string
  at: string
}

interface Stored {
  reviews: Written[]
  known: RemovedReview[]
  copies: {id: string; at: string}[]
}

const STORED = `{
  "reviews": *[_type == "review"][subject in $ids]{"id": _id, subject, "at": _createdAt},
  "known": *[_type == "incident"][subject in $ids][defined(review)][!defined(closedAt)]{"id": review, subject},
  "copies": *[_id in $copies]{"id": _id, "at": _createdAt}
}`

/**
 * Reviews that somebody removed while what they spoke of stayed, and of which no incident tells yet. Reviews of one
 * subject are numbered: where a number is missing, and after the last one, the lake's log tells of what was there.
 */
export async function findRemovedReviews(
  client: SanityClient,
  model: GateModel,
): Promise<RemovedReview[]> {
  const ids = await client.fetch<string[]>(SUBJECTS, {types: Object.keys(model.types)}, RAW)
  const subjects = [...new Set(ids.map(publishedIdOf))]
  const removed = (await inChunks(subjects, (chunk) => removedOf(client, chunk))).flat()
  // One that was signed between the two readings is there, and in the log as well.
  const there = await inChunks(
    removed.map(({id}) => id),
    (chunk) => client.fetch<RemovedReview[]>(THERE, {ids: chunk}, RAW),
  )
  const isThere = new Set(there.flat().map(({id, subject}) => `${id} ${subject}`))
  return removed.filter(({id, subject}) => !isThere.has(`${id} ${subject}`))
}

const THERE = '*[_id in $ids][_type == "review"]{"id": _id, subject}'

/** What there is of a subject. */
interface Standing {
  subject: string
  reviews: readonly Written[]
  /** Numbers that are there, or of which an incident tells. */
  numbers: ReadonlySet<number>
  last: number
  /** When its copies and reviews were created. */
  written: readonly string[]
}

async function removedOf(client: SanityClient, ids: string[]): Promise<RemovedReview[]> {
  const copies = [...ids, ...ids.map(draftIdOf)]
  const stored = await client.fetch<Stored>(STORED, {ids, copies}, RAW)
  const standings = standingsOf(ids, stored)
  const after = await reviewsAfter(
    client,
    new Map(standings.map(({subject, last}) => [subject, last])),
  )
  const removed: RemovedReview[] = []
  for (const standing of standings) {
    const {subject, written} = standing
    const used = [...(after.get(subject) ?? []), ...(await missingBefore(client, standing))]
    const unsaid = used.filter(([, at]) => isUnsaid(at, written))
    removed.push(...unsaid.map(([number]) => ({id: reviewId(subject, number), subject})))
  }
  return removed
}

function standingsOf(ids: readonly string[], {reviews, known, copies}: Stored): Standing[] {
  const reviewsOf = Map.groupBy(reviews, ({subject}) => subject)
  const knownOf = Map.groupBy(known, ({subject}) => subject)
  const copiesOf = Map.groupBy(copies, ({id}) => publishedIdOf(id))
  return ids.map((subject) => {
    const own = reviewsOf.get(subject) ?? []
    const told = [...own, ...(knownOf.get(subject) ?? [])].map(({id}) => id)
    return {
      subject,
      reviews: own,
      numbers: new Set(told.flatMap((id) => reviewNumber(subject, id) ?? [])),
      last: lastReviewNumber(subject, told),
      written: [...own, ...(copiesOf.get(subject) ?? [])].map(({at}) => at),
    }
  })
}

/**
 * Numbers that are missing before the last one, with when each was removed; `undefined` where the log tells of none
 * although it reaches back to the review before it: of numbers in a row only the first then.
 */
async function missingBefore(
  client: SanityClient,
  {subject, reviews, numbers, last}: Standing,
): Promise<[number, number | undefined][]> {
  const missing = Array.from({length: last}, (_, at) => at + 1).filter((each) => !numbers.has(each))
  if (missing.length === 0) return []
  const before = new Map(
    missing.flatMap((number) => {
      const id = reviewId(subject, number - 1)
      const review = reviews.find((each) => each.id === id)
      return review ? [[number, review] as const] : []
    }),
  )
  const ids = missing.map((number) => reviewId(subject, number))
  const log = await lastWritten(client, [...ids, ...[...before.values()].map(({id}) => id)])
  return missing.flatMap((number): [number, number | undefined][] => {
    const at = log.get(reviewId(subject, number))
    if (at !== undefined) return [[number, at]]
    const review = before.get(number)
    const reachesBack = review !== undefined && log.get(review.id) === Date.parse(review.at)
    return reachesBack ? [[number, undefined]] : []
  })
}
