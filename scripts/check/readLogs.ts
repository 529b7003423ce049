import type {SanityClient} from '@sanity/client'
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
  const log: unknown = await client.request({
    url: `/data/history/${client.config().dataset}/transactions/${ids.join(',')}?excludeContent=true&includeIdentifiedDocumentsOnly=true`,
    json: false,
  })
  const lines = typeof log === 'string' ? log.split('\n').filter((line) => line.trim() !== '') : []
  return lines.flatMap((line) => {
    const entry: unknown = JSON.parse(line)
    return isEntry(entry)
      ? [{author: entry.author, timestamp: entry.timestamp, documents: entry.documentIDs}]
      : []
  })
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
