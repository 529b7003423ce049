import type {SanityClient} from '@sanity/client'
import {lastReviewNumber, reviewId, reviewNumber} from '../model/gateDocuments.ts'
import {reviewsAfter} from '../world/reviewsAfter.ts'

interface Known {
  reviews: {id: string; subject: string}[]
  taken: string[]
}

const QUERY = `{
  "reviews": [
    ...*[_type == "review"][subject in $subjects]{"id": _id, subject},
    ...*[_type == "incident"][subject in $subjects][defined(review)]{"id": review, subject}
  ],
  "taken": *[_id in $tried]._id
}`

/**
 * The id of the next review of each subject, by published id. Reviews of one subject are numbered, and no number is used
 * twice while the lake's log tells of it: one that is missing was removed, and of two reviews that are signed at once only
 * one can be written. Ask before reading what is judged, so that a review that was written meanwhile is found to have
 * taken the number.
 * @param tried Ids that were found taken; what stands there may be no review at all.
 */
export async function nextReviewIds(
  client: SanityClient,
  subjects: readonly string[],
  tried: readonly string[] = [],
): Promise<Map<string, string>> {
  const {reviews, taken} = await client.fetch<Known>(
    QUERY,
    {subjects, tried},
    {perspective: 'raw', useCdn: false},
  )
  const known = Map.groupBy(reviews, ({subject}) => subject)
  const last = new Map(
    subjects.map((subject) => [
      subject,
      Math.max(
        lastReviewNumber(
          subject,
          (known.get(subject) ?? []).map(({id}) => id),
        ),
        ...taken.map((id) => reviewNumber(subject, id) ?? 0),
      ),
    ]),
  )
  // Nobody is kept from signing, and nothing from being recalled, because the log cannot be read: a number that is then
  // used twice is one that `check` finds.
  const inLog = await reviewsAfter(client, last).catch(() => new Map<string, Map<number, number>>())
  return new Map(
    [...last].map(([subject, number]) => {
      const used = inLog.get(subject)?.keys() ?? []
      return [subject, reviewId(subject, Math.max(number, ...used) + 1)]
    }),
  )
}
