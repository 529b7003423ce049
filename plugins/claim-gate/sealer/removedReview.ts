import type {SanityClient} from '@sanity/client'
import {publishedIdOf} from '../model/documentIds.ts'
import {isRecord, textAt, textsAt} from '../model/record.ts'
import {readLog} from '../world/readLog.ts'
import type {SealerEvent} from './sealerEvent.ts'

/** A review of which an event says that it is not there any more. */
export interface RemovedReview {
  id: string
  /** Published id of what it spoke of. */
  subject: string
}

/** What an event tells of a review that was removed, or of nothing of the kind. */
export function removedReview({documentId, before, after}: SealerEvent): RemovedReview | undefined {
  if (publishedIdOf(documentId) !== documentId) return undefined
  if (!isRecord(before) || before._type !== 'review') return undefined
  const subject = textAt(before, 'subject')
  const isThere = isRecord(after) && after._type === 'review'
  return subject === undefined || isThere ? undefined : {id: documentId, subject}
}

interface Facts {
  isThere: boolean
  type: string | null
}

const FACTS = `{
  "isThere": defined(*[_id == $id && _type == "review"][0]._id),
  "type": *[_id in [$subject, "drafts." + $subject]][0]._type
}`
const RAW = {perspective: 'raw', useCdn: false} as const

/**
 * Opens an incident about a review that was removed while what it spoke of stayed: without it a request for changes or a
 * withdrawal was never said. Gives the incident's id; nothing where it is there after all, or where all went together.
 */
export async function recordRemovedReview(
  client: SanityClient,
  {id, subject}: RemovedReview,
  now: string = new Date().toISOString(),
): Promise<string | undefined> {
  const {isThere, type} = await client.fetch<Facts>(FACTS, {id, subject}, RAW)
  if (isThere || type === null || (await wentTogether(client, id, subject))) return undefined
  const _id = `claimGate.incident.${subject}.${id.split('.').at(-1)}`
  await client.createIfNotExists({
    _id,
    _type: 'incident',
    subject,
    subjectType: type,
    review: id,
    state: 'reviewRemoved',
    openedAt: now,
  })
  return _id
}

/** Whether the transaction that removed the review wrote its subject as well: a dataset is emptied, or brought in anew. */
async function wentTogether(client: SanityClient, id: string, subject: string): Promise<boolean> {
  const log = await readLog(client, [id], {})
  const last = log.at(-1)
  return last !== undefined && textsAt(last, 'documentIDs').includes(subject)
}

const BACK = `*[_type == "incident"][defined(review)][!defined(closedAt)]
  [count(*[_type == "review" && _id == ^.review]) > 0]{_id, _rev}`

/** Closes the incidents of reviews that are there again. */
export async function closeRemovedReviews(
  client: SanityClient,
  now: string = new Date().toISOString(),
): Promise<void> {
  const back = await client.fetch<{_id: string; _rev: string}[]>(BACK, {}, RAW)
  if (back.length === 0) return
  const transaction = client.transaction()
  for (const {_id, _rev} of back)
    transaction.patch(_id, (patch) => patch.ifRevisionId(_rev).set({closedAt: now}))
  await transaction.commit({visibility: 'sync'})
}
