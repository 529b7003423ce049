import type {SanityClient} from '@sanity/client'
import {reviewId, reviewNumber} from '../model/gateDocuments.ts'
import {lastWritten} from './lastWritten.ts'

/** So many further numbers are asked for at once where the first was in use. */
const FURTHER = 50

/**
 * The numbers after the given one under which a review of a subject was written at some time, and when last, in
 * milliseconds since 1970: from the lake's log, as far back as it reaches.
 */
export async function reviewsAfter(
  client: SanityClient,
  lastOf: ReadonlyMap<string, number>,
): Promise<Map<string, Map<number, number>>> {
  const found = new Map<string, Map<number, number>>()
  const reached = new Map(lastOf)
  let open = [...lastOf.keys()]
  for (let width = 1; open.length > 0; width = FURTHER) {
    const asked = open.flatMap((subject) =>
      Array.from({length: width}, (_, at) =>
        reviewId(subject, (reached.get(subject) ?? 0) + 1 + at),
      ),
    )
    const written = await lastWritten(client, asked)
    const goesOn = new Set<string>()
    for (const subject of open) {
      for (const [id, at] of written) {
        const number = reviewNumber(subject, id)
        if (number === undefined) continue
        goesOn.add(subject)
        found.set(subject, (found.get(subject) ?? new Map<number, number>()).set(number, at))
      }
      reached.set(subject, (reached.get(subject) ?? 0) + width)
    }
    open = open.filter((subject) => goesOn.has(subject))
  }
  return found
}
