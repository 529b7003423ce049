/** At most so many ids go into one query. */
const CHUNK = 400

/** Asks for a long list of ids in several queries. */
export async function inChunks<T>(
  ids: readonly string[],
  read: (chunk: string[]) => Promise<T>,
): Promise<T[]> {
  const chunks = Array.from({length: Math.ceil(ids.length / CHUNK)}, (_, index) =>
    ids.slice(index * CHUNK, (index + 1) * CHUNK),
  )
  return Promise.all(chunks.map(read))
}
