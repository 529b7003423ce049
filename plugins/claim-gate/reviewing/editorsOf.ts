import type {SanityClient} from '@sanity/client'
import {contentOf} from '../fingerprint/contentOf.ts'
import {draftIdOf} from '../model/documentIds.ts'
import type {Review, Seal} from '../model/gateDocuments.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {isRecord, textAt, type JsonRecord} from '../model/record.ts'
import {requiredRoles} from '../model/requiredRoles.ts'
import {isApproval} from '../verdict/reviewOrder.ts'
import type {World} from '../verdict/worldState.ts'
import {candidateOf, loadCopies, type Copies} from '../world/loadCopies.ts'
import {readLog} from '../world/readLog.ts'
import {materialEditors, type LogEntry} from './materialEditors.ts'

const PAGE = 200
/** Nobody types so much between two approvals; what lies beyond is not known. */
const PAGES = 25

/**
 * Accounts that changed a document since its content was approved last, from the lake's own log; `undefined` when the
 * log does not say, as where it is kept for some days only.
 */
export async function editorsOf(
  client: SanityClient,
  model: GateModel,
  copies: Copies,
  {reviews, seals}: Pick<World, 'reviews' | 'seals'>,
): Promise<readonly string[] | undefined> {
  const candidate = candidateOf(copies)
  if (!candidate) return []
  const signed = reviews.get(copies.id) ?? []
  const approved = approvedByAll(model, candidate, signed, seals.get(copies.id))
  if (approved.has(contentOf(model, candidate).fingerprint)) return []
  return editorsInLog(client, copies, (log) => materialEditors(model, copies, log, approved))
}

/** Contents that were let through: not by one of the roles alone, which says nothing to the others. */
function approvedByAll(
  model: GateModel,
  candidate: GateDocument,
  reviews: readonly Review[],
  seal: Seal | undefined,
): Set<string> {
  const roles = requiredRoles(model, candidate)
  const approvals = reviews.filter(isApproval)
  const contents = new Set(approvals.map(({fingerprint}) => fingerprint))
  const whole = [...contents].filter((content) =>
    roles.every((role) =>
      approvals.some((review) => review.role === role && review.fingerprint === content),
    ),
  )
  return new Set([...whole, ...(seal?.accepts ?? []).map(({fingerprint}) => fingerprint)])
}

/**
 * What the log says, read from the newest entry back only as far as it takes; nothing where it does not end at the copies
 * that were read.
 */
async function editorsInLog(
  client: SanityClient,
  copies: Copies,
  read: (log: readonly LogEntry[]) => readonly string[] | undefined,
): Promise<readonly string[] | undefined> {
  const {id} = copies
  const log: LogEntry[] = []
  let editors: readonly string[] | undefined
  for (let page = 0; page < PAGES; page++) {
    const last = log.at(-1)?.id
    const entries = await readPage(client, id, last)
    log.push(...entries.filter((entry) => entry.id !== last))
    editors = read(log)
    if (editors || entries.length < PAGE) break
  }
  const [now] = await loadCopies(client, [id])
  const stands =
    now?.draft?._rev === copies.draft?._rev && now?.published?._rev === copies.published?._rev
  return stands ? editors : undefined
}

async function readPage(
  client: SanityClient,
  id: string,
  last: string | undefined,
): Promise<LogEntry[]> {
  const entries = await readLog(client, [id, draftIdOf(id)], {
    effectFormat: 'mendoza',
    excludeMutations: 'true',
    includeIdentifiedDocumentsOnly: 'true',
    reverse: 'true',
    limit: String(PAGE),
    ...(last === undefined ? {} : {toTransaction: last}),
  })
  return entries.flatMap((entry) => readEntry(entry, id))
}

function readEntry(entry: JsonRecord, id: string): LogEntry[] {
  if (!isRecord(entry.effects)) return []
  const [transaction, author] = [textAt(entry, 'id'), textAt(entry, 'author')]
  if (transaction === undefined || author === undefined) return []
  const {[id]: published, [draftIdOf(id)]: draft} = entry.effects
  return [
    {
      id: transaction,
      author,
      revert: {
        ...(isEffect(draft) ? {draft: draft.revert} : {}),
        ...(isEffect(published) ? {published: published.revert} : {}),
      },
    },
  ]
}

function isEffect(value: unknown): value is {revert: unknown[]} {
  return isRecord(value) && Array.isArray(value.revert)
}
