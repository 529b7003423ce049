import type {SanityClient} from '@sanity/client'
import {publishedIdOf} from '../model/documentIds.ts'
import {reviewId, reviewNumber} from '../model/gateDocuments.ts'
import type {GateModel} from '../model/gateModel.ts'
import {everWritten} from '../world/everWritten.ts'
import {inChunks} from '../world/inChunks.ts'
import {typeUnsaid, type RemovedReview} from './removedReview.ts'

const RAW = {perspective: 'raw', useCdn: false} as const
const SUBJECTS = '*[_type in $types][!(_id in path("versions.**"))]._id'
const REVIEWS = `[
  ...*[_type == "review"][subject in $ids]{"id": _id, subject},
  ...*[_type == "incident"][subject in $ids][defined(review)][!defined(closedAt)]{"id": review, subject}
]`
/** Of one subject the newest so many are looked at: a number may be made up, and be far away. */
const GAPS = 20

/**
 * Reviews that somebody removed while what they spoke of stayed, and of which no incident tells yet. Reviews of one
 * subject are numbered: where a number is missing one was removed, and of the last ones the lake's log tells, as far back
 * as it reaches.
 */
export async function findRemovedReviews(
  client: SanityClient,
  model: GateModel,
): Promise<RemovedReview[]> {
  const ids = await client.fetch<string[]>(SUBJECTS, {types: Object.keys(model.types)}, RAW)
  const subjects = [...new Set(ids.map(publishedIdOf))]
  const missing = (await inChunks(subjects, (chunk) => missingOf(client, chunk))).flat()
  const removed: RemovedReview[] = []
  for (const each of missing) {
    if ((await typeUnsaid(client, each)) !== undefined) removed.push(each)
  }
  return removed
}

interface Numbered {
  subject: string
  number: number
}

async function missingOf(client: SanityClient, subjects: string[]): Promise<RemovedReview[]> {
  const known = await client.fetch<RemovedReview[]>(REVIEWS, {ids: subjects}, RAW)
  const bySubject = Map.groupBy(known, ({subject}) => subject)
  const missing: Numbered[] = []
  let next: Numbered[] = []
  for (const subject of subjects) {
    const numbers = new Set((bySubject.get(subject) ?? []).map(({id}) => reviewNumber(subject, id)))
    const last = Math.max(0, ...[...numbers].map((number) => number ?? 0))
    let gaps = 0
    for (let number = last - 1; number > 0 && gaps < GAPS; number--) {
      if (numbers.has(number)) continue
      missing.push({subject, number})
      gaps += 1
    }
    next.push({subject, number: last + 1})
  }
  while (next.length > 0) {
    const written = await everWritten(client, next.map(idOf))
    const found = next.filter((each) => written.has(idOf(each)))
    missing.push(...found)
    next = found.map(({subject, number}) => ({subject, number: number + 1}))
  }
  return missing.map((each) => ({id: idOf(each), subject: each.subject}))
}

const idOf = ({subject, number}: Numbered): string => reviewId(subject, number)
