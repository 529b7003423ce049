import type {SanityClient} from '@sanity/client'
import type {GateDocument} from '../../plugins/claim-gate/node.ts'
import {readCreations, readLogs, type LogLine} from './readLogs.ts'

/** What the log tells of a document. */
export interface Life {
  /** Oldest first; of one that was brought in, what came after. */
  log: readonly LogLine[]
  /**
   * What wrote it first. Absent where the log does not reach back so far: a hosted project keeps it for some days only, and
   * what is no longer in it can be neither confirmed nor denied.
   */
  made?: LogLine
  /** It says that it is older than what created it, as after an import; whoever writes a document may say so. */
  isBroughtIn: boolean
}

const UNKNOWN: Life = {log: [], isBroughtIn: false}

/** Gives what the log tells of each of these documents, as they are stored now. */
export async function readLives(
  client: SanityClient,
  documents: readonly GateDocument[],
): Promise<(document: GateDocument) => Life> {
  const ids = documents.map(({_id}) => _id)
  const logs = await readLogs(client, ids)
  const unclear = documents.filter((document) => !isIn(document, logs.get(document._id)))
  // What went out from a draft has the draft's age.
  const drafts = await readLogs(
    client,
    unclear.map(({_id}) => `drafts.${_id}`),
  )
  const older = unclear.filter(
    (document) => logs.has(document._id) && !isIn(document, drafts.get(`drafts.${document._id}`)),
  )
  const creations = await readCreations(
    client,
    older.map(({_id}) => _id),
  )
  return (document) => {
    const log = logs.get(document._id) ?? []
    const own = creations.get(document._id)
    return own ? lifeOf(document, log, own) : madeHere(log)
  }
}

function madeHere(log: readonly LogLine[]): Life {
  const [made] = log
  return made ? {log, made, isBroughtIn: false} : UNKNOWN
}

function lifeOf(
  {_createdAt}: GateDocument,
  log: readonly LogLine[],
  creations: ReadonlySet<string>,
): Life {
  const at = log.findLastIndex(({id}) => creations.has(id))
  const made = log[at]
  if (!made) return {log, isBroughtIn: false}
  const isBroughtIn = Date.parse(_createdAt ?? '') < Date.parse(made.timestamp)
  return isBroughtIn ? {log: log.slice(at), made, isBroughtIn} : madeHere(log)
}

/** Whether any of these transactions wrote a document when that says it was created. */
const isIn = (document: GateDocument, log: readonly LogLine[] = []): boolean =>
  log.some((line) => isCreatedBy(document, line))

/** Whether a document says that it was created when a transaction was written; a hosted project leaves fractions away. */
export function isCreatedBy({_createdAt}: GateDocument, {timestamp}: LogLine): boolean {
  const [said, written] = [Date.parse(_createdAt ?? ''), Date.parse(timestamp)]
  return said === written || said === Math.floor(written / 1000) * 1000
}
