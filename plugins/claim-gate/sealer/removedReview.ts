import type {SanityClient} from '@sanity/client'
import {publishedIdOf} from '../model/documentIds.ts'
import {isRecord, textAt, type JsonRecord} from '../model/record.ts'
import {readLog} from '../world/readLog.ts'
import {commitUnlessLost} from './commitUnlessLost.ts'
import type {SealerEvent} from './sealerEvent.ts'

/** A review that is not there any more. */
export interface RemovedReview {
  id: string
  /** Published id of what it spoke of. */
  subject: string
}

/**
 * Opens an incident about a review that an event tells the removal of, and closes that of one that is there again; gives
 * the id of an incident that was opened.
 */
export async function handleReview(
  client: SanityClient,
  event: SealerEvent,
): Promise<string | undefined> {
  const removed = removedReview(event)
  if (removed) return recordRemovedReview(client, removed)
  if (isReview(event.after)) await closeRemovedReviews(client, [event.documentId])
  return undefined
}

/** Whether an event tells of a review. */
export const isOfReview = ({before, after}: SealerEvent): boolean =>
  isReview(before) || isReview(after)

const isReview = (state: unknown): state is JsonRecord =>
  isRecord(state) && state._type === 'review'

/** What was after the change does not count: a host may tell of what is gone with its last words. */
function removedReview({documentId, before}: SealerEvent): RemovedReview | undefined {
  if (publishedIdOf(documentId) !== documentId || !isReview(before)) return undefined
  const subject = textAt(before, 'subject')
  return subject === undefined ? undefined : {id: documentId, subject}
}

interface Facts {
  isThere: boolean
  type: string | null
  isKnown: boolean
  written: string[]
}

const FACTS = `{
  "isThere": defined(*[_id == $id && _type == "review" && subject == $subject][0]._id),
  "type": *[_id in [$subject, "drafts." + $subject]][0]._type,
  "isKnown": defined(*[_type == "incident"][review == $id][!defined(closedAt)][0]._id),
  "written": [
    ...*[_id in [$subject, "drafts." + $subject]]._createdAt,
    ...*[_type == "review"][subject == $subject]._createdAt
  ]
}`
const RAW = {perspective: 'raw', useCdn: false} as const

/**
 * The type of what a review spoke of that was removed while its subject stayed: without it a request for changes or a
 * withdrawal was never said. Nothing where it is there after all, where its subject and everything said of that were
 * written anew since, or where an incident says so.
 */
async function typeUnsaid(
  client: SanityClient,
  {id, subject}: RemovedReview,
): Promise<string | undefined> {
  const {isThere, type, isKnown, written} = await client.fetch<Facts>(FACTS, {id, subject}, RAW)
  if (isThere || isKnown || type === null) return undefined
  const [last] = await readLog(client, [id], {reverse: 'true', limit: '1'})
  return isUnsaid(last && Date.parse(textAt(last, 'timestamp') ?? ''), written) ? type : undefined
}

/**
 * Whether something that a removed review spoke of, or that was said beside it, outlived it.
 * @param removedAt Milliseconds since 1970; absent where the log tells of no removal.
 * @param written When each copy of its subject, and each other review of that, was created.
 */
export function isUnsaid(removedAt: number | undefined, written: readonly string[]): boolean {
  return removedAt === undefined || written.some((at) => !(Date.parse(at) >= removedAt))
}

/** Opens an incident about a review that was removed; gives its id, or nothing as `typeUnsaid` says. */
export async function recordRemovedReview(
  client: SanityClient,
  {id, subject}: RemovedReview,
  now: string = new Date().toISOString(),
): Promise<string | undefined> {
  const subjectType = await typeUnsaid(client, {id, subject})
  if (subjectType === undefined) return undefined
  const _id = `claimGate.incident.${subject}.${id.split('.').at(-1)}`
  // Over one that is closed: it was put back, and removed again.
  await client.createOrReplace({
    _id,
    _type: 'incident',
    subject,
    subjectType,
    review: id,
    state: 'reviewRemoved',
    openedAt: now,
  })
  return _id
}

const BACK = `*[_type == "incident"][defined(review)][!defined(closedAt)][!defined($ids) || review in $ids]
  [count(*[_type == "review" && _id == ^.review && subject == ^.subject]) > 0]{_id, _rev}`

/** Closes the incidents of reviews that are there again: of all, or of these ids. */
export async function closeRemovedReviews(
  client: SanityClient,
  ids?: readonly string[],
  now: string = new Date().toISOString(),
): Promise<void> {
  const back = await client.fetch<{_id: string; _rev: string}[]>(BACK, {ids: ids ?? null}, RAW)
  if (back.length === 0) return
  const transaction = client.transaction()
  for (const {_id, _rev} of back)
    transaction.patch(_id, (patch) => patch.ifRevisionId(_rev).set({closedAt: now}))
  await commitUnlessLost(transaction)
}
