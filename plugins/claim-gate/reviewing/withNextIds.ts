import {ClientError, type SanityClient} from '@sanity/client'
import {nextReviewIds} from './nextReviewIds.ts'

/** Every time somebody else got through; so often in a row is no coincidence. */
const ATTEMPTS = 20

/**
 * Signs under the next ids of these subjects, and anew, from reading on, where another review was written meanwhile.
 * @param sign Is given the id of each subject's next review, by published id.
 * @throws ClientError of the last attempt; nothing was signed then.
 */
export async function withNextIds<T>(
  client: SanityClient,
  subjects: readonly string[],
  sign: (idOf: (subject: string) => string) => Promise<T>,
): Promise<T> {
  const tried: string[] = []
  for (let attempt = 1; ; attempt++) {
    const ids = await nextReviewIds(client, subjects, tried)
    try {
      return await sign((subject) => {
        const id = ids.get(subject)
        if (id === undefined) throw new Error(`No id was asked for of a review of ${subject}`)
        return id
      })
    } catch (error) {
      const isTaken = error instanceof ClientError && error.statusCode === 409
      if (!isTaken || attempt === ATTEMPTS) throw error
      tried.push(...ids.values())
    }
  }
}
