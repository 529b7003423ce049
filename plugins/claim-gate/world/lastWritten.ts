import type {SanityClient} from '@sanity/client'
import {textAt, textsAt} from '../model/record.ts'
import {readLog} from './readLog.ts'

/** As many as fit into an address. */
const IN_ADDRESS = 50

/**
 * When something was last written under these ids, or removed, in milliseconds since 1970, as far back as the lake's log
 * reaches; those under which nothing ever was are absent.
 */
export async function lastWritten(
  client: SanityClient,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (let start = 0; start < ids.length; start += IN_ADDRESS) {
    const part = ids.slice(start, start + IN_ADDRESS)
    for (const line of await readLog(client, part, {includeIdentifiedDocumentsOnly: 'true'})) {
      const at = Date.parse(textAt(line, 'timestamp') ?? '')
      for (const id of textsAt(line, 'documentIDs'))
        found.set(id, Math.max(at, found.get(id) ?? at))
    }
  }
  return found
}
