import {from, lastValueFrom, mergeMap, toArray} from 'rxjs'

/** At most so many ids go into one query. */
const CHUNK = 400
/** A lake answers only so many at once; who asks for everything must not be refused for it. */
const AT_ONCE = 4

/** Asks for a long list of ids in several queries, a few of them at a time; the answers come in any order. */
export function inChunks<T>(
  ids: readonly string[],
  read: (chunk: string[]) => Promise<T>,
): Promise<T[]> {
  const chunks = Array.from({length: Math.ceil(ids.length / CHUNK)}, (_, index) =>
    ids.slice(index * CHUNK, (index + 1) * CHUNK),
  )
  return lastValueFrom(from(chunks).pipe(mergeMap(read, AT_ONCE), toArray()))
}
