import type {SanityClient} from '@sanity/client'
import {reviewId, reviewNumber} from '../model/gateDocuments.ts'
import {everWritten} from '../world/everWritten.ts'

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
/** So many further numbers are asked for at once where the first was in use before. */
const FURTHER = 50

/**
 * The id of the next review of each subject, by published id. Reviews of one subject are numbered, and no number is used
 * twice: one that is missing was removed, and of two reviews that are signed at once only one can be written. Ask before
 * reading what is judged, so that a review that was written meanwhile is found to have taken the number.
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
  const next = new Map(
    subjects.map((subject) => {
      const ids = [...(known.get(subject) ?? []).map(({id}) => id), ...taken]
      return [subject, highestOf(subject, ids) + 1]
    }),
  )
  let open = [...next.keys()]
  for (let width = 1; open.length > 0; width = FURTHER) {
    const asked = open.flatMap((subject) =>
      Array.from({length: width}, (_, at) => reviewId(subject, (next.get(subject) ?? 1) + at)),
    )
    const written = [...(await everWritten(client, asked))]
    open = open.filter((subject) => {
      const last = highestOf(subject, written)
      if (last > 0) next.set(subject, last + 1)
      return last > 0
    })
  }
  return new Map([...next].map(([subject, number]) => [subject, reviewId(subject, number)]))
}

const highestOf = (subject: string, ids: readonly string[]): number =>
  Math.max(0, ...ids.map((id) => reviewNumber(subject, id) ?? 0))
