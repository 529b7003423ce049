import type {SanityClient} from '@sanity/client'
import {readLog} from '../../plugins/claim-gate/node.ts'
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
  const lines = await inParts(ids, PART, (part) => readLines(client, part, {}))
  for (const {documents, id, author, timestamp} of lines) {
    for (const document of documents)
      logs.set(document, [...(logs.get(document) ?? []), {id, author, timestamp}])
  }
  return logs
}

/** Ids of the transactions that created each of these documents; it takes longer than to read the log alone. */
export async function readCreations(
  client: SanityClient,
  ids: readonly string[],
): Promise<Map<string, Set<string>>> {
  const creations = new Map(ids.map((id) => [id, new Set<string>()]))
  const effects = {effectFormat: 'mendoza', excludeMutations: 'true'}
  const lines = await inParts(ids, PART, (part) => readLines(client, part, effects))
  for (const {id, created} of lines) {
    for (const document of created) creations.get(document)?.add(id)
  }
  return creations
}

interface Line extends LogLine {
  documents: readonly string[]
  /** Of these documents, those that were not there before; read only with the effects. */
  created: readonly string[]
}

async function readLines(
  client: SanityClient,
  ids: readonly string[],
  more: Readonly<Record<string, string>>,
): Promise<Line[]> {
  const entries: unknown[] = await readLog(client, ids, {
    includeIdentifiedDocumentsOnly: 'true',
    ...more,
  })
  return entries.filter(isEntry).map(({id, author, timestamp, documentIDs, effects}) => ({
    id,
    author,
    timestamp,
    documents: documentIDs,
    created: Object.entries(effects ?? {}).flatMap(([document, effect]) =>
      isCreation(effect) ? [document] : [],
    ),
  }))
}

/** To undo it leaves nothing: a Mendoza patch that puts `null` in the place of the whole. */
function isCreation(effect: unknown): boolean {
  if (typeof effect !== 'object' || effect === null || !('revert' in effect)) return false
  const {revert} = effect
  return Array.isArray(revert) && revert.length === 2 && revert[0] === 0 && revert[1] === null
}

interface Entry {
  id: string
  author: string
  timestamp: string
  documentIDs: string[]
  effects?: object
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
    Array.isArray(value.documentIDs) &&
    (!('effects' in value) || (typeof value.effects === 'object' && value.effects !== null))
  )
}
