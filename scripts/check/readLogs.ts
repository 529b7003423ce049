import type {SanityClient} from '@sanity/client'
import {readLog} from '../../plugins/claim-gate/node.ts'
import {inParts} from './pages.ts'

/** One transaction that touched a document. */
export interface LogLine {
  /** Account id. */
  author: string
  timestamp: string
}

/** As many as fit into an address. */
const PART = 50

/** The transactions that touched each of these documents, oldest first, from the lake's own log. */
export async function readLogs(
  client: SanityClient,
  ids: readonly string[],
): Promise<Map<string, LogLine[]>> {
  const logs = new Map<string, LogLine[]>()
  const lines = await inParts(ids, PART, (part) => readLines(client, part))
  for (const {documents, ...line} of lines) {
    for (const id of documents) logs.set(id, [...(logs.get(id) ?? []), line])
  }
  return logs
}

async function readLines(
  client: SanityClient,
  ids: readonly string[],
): Promise<(LogLine & {documents: string[]})[]> {
  const entries: unknown[] = await readLog(client, ids, {includeIdentifiedDocumentsOnly: 'true'})
  return entries
    .filter(isEntry)
    .map(({author, timestamp, documentIDs}) => ({author, timestamp, documents: documentIDs}))
}

interface Entry {
  author: string
  timestamp: string
  documentIDs: string[]
}

function isEntry(value: unknown): value is Entry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'author' in value &&
    typeof value.author === 'string' &&
    'timestamp' in value &&
    typeof value.timestamp === 'string' &&
    'documentIDs' in value &&
    Array.isArray(value.documentIDs)
  )
}
