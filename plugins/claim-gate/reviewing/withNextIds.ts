import {ClientError, type SanityClient} from '@sanity/client'
import {nextReviewIds} from './nextReviewIds.ts'

/** Every time somebody else got through; so often in a row is no coincidence. */
const ATTEMPTS = 20

/**
 * Signs under the next ids of these subjects, and anew, from reading on, where another review was written meanwhile.
 * @throws ClientError of the last attempt; nothing was signed then.
 */
export async function withNextIds<T>(
  client: SanityClient,
  subjects: readonly string[],
  sign: (idOf: (subject: string) => string) => Promise<T>,
): Promise<T> {
  const tried: string[] = []
  for (;;) {
    const ids = await nextReviewIds(client, subjects, tried)
    try {
      return await sign((subject) => ids.get(subject) ?? '')
    } catch (error) {
      const isTaken = error instanceof ClientError && error.statusCode === 409
      if (!isTaken || tried.length >= ATTEMPTS * subjects.length) throw error
      tried.push(...ids.values())
    }
  }
}
