import type {SanityClient} from '@sanity/client'
import {textsAt} from '../model/record.ts'
import {readLog} from './readLog.ts'

/** As many as fit into an address. */
const IN_ADDRESS = 50

/** Those of these ids under which something was written at some time, as far back as the lake's log reaches. */
export async function everWritten(
  client: SanityClient,
  ids: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>()
  for (let start = 0; start < ids.length; start += IN_ADDRESS) {
    const part = ids.slice(start, start + IN_ADDRESS)
    const log = await readLog(client, part, {includeIdentifiedDocumentsOnly: 'true'})
    log.flatMap((line) => textsAt(line, 'documentIDs')).forEach((id) => found.add(id))
  }
  return found
}
