import type {SanityClient} from '@sanity/client'
import {readLog, type GateDocument} from '../../plugins/claim-gate/node.ts'
import {inParts} from './pages.ts'

/** One transaction that touched a document. */
export interface LogLine {
  /** Of the transaction. */
  id: string
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
  return entries.filter(isEntry).map(({id, author, timestamp, documentIDs}) => ({
    id,
    author,
    timestamp,
    documents: documentIDs,
  }))
}

/** Whether a log reaches back to the writing of a document; one that was brought in from elsewhere is older. */
export function isWhole({_createdAt}: GateDocument, log: readonly LogLine[]): boolean {
  return log.some(({timestamp}) => Date.parse(timestamp) === Date.parse(_createdAt ?? ''))
}

interface Entry {
  id: string
  author: string
  timestamp: string
  documentIDs: string[]
}

function isEntry(value: unknown): value is Entry {
  return (
    typeof value === 'object' &&
    value !== null &&
    'id' in value &&
    typeof value.id === 'string' &&
    'author' in value &&
    typeof value.author === 'string' &&
    'timestamp' in value &&
    typeof value.timestamp === 'string' &&
    'documentIDs' in value &&
    Array.isArray(value.documentIDs)
  )
}
