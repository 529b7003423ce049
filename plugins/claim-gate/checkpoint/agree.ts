import type {SanityClient} from '@sanity/client'
import {contentOf} from '../fingerprint/contentOf.ts'
import {draftIdOf} from '../model/documentIds.ts'
import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {idAt, isRecord, valueAt} from '../model/record.ts'
import {personOf} from '../reviewing/signerOf.ts'
import {fetchAgreements} from '../world/fetchCheckpoints.ts'
import {fetchDocuments} from '../world/loadWorld.ts'
import {commitChange} from './changeCheckpoint.ts'
import type {CheckpointResult} from './checkpointResult.ts'

export interface AgreeRequest {
  group: string
  /** Account id of the person who agrees; the token must be this person's own. */
  account: string
  /** Fingerprint of what the person read. */
  seen: string
}

/** Records that a person whom it names agrees to what content and training of a group make together, as it is published. */
export async function agree(
  client: SanityClient,
  model: GateModel,
  {group, account, seen}: AgreeRequest,
): Promise<CheckpointResult> {
  const {agreement} = model.options
  const [person, agreements] = await Promise.all([
    personOf(client, model, account),
    fetchAgreements(client, model, [group]),
  ])
  const document = agreements.get(group)
  if (!agreement || !document) return {refused: {reason: 'noAgreement'}}
  const asked = agreement.people.map((path) => idAt(document, path))
  if (!person || !asked.includes(person._id)) return {refused: {reason: 'notAsked'}}
  const {fingerprint} = contentOf(model, document)
  if (fingerprint !== seen) return {refused: {reason: 'moved'}}
  const entry = {
    _key: crypto.randomUUID(),
    _type: 'agreement',
    person: {_type: 'reference', _ref: person._id},
    fingerprint,
    on: new Date().toISOString(),
  }
  const result = await record(client, agreement.recordPath, [document], entry)
  if ('refused' in result) return result
  await recordInDrafts(client, agreement.recordPath, document._id, entry)
  return result
}

type Entry = {_key: string} & Record<string, unknown>

async function record(
  client: SanityClient,
  path: string,
  copies: readonly GateDocument[],
  entry: Entry,
): Promise<CheckpointResult> {
  const transaction = client.transaction()
  for (const {_id, _rev} of copies) {
    transaction.patch(_id, (patch) =>
      patch
        .ifRevisionId(_rev ?? '')
        .setIfMissing({[path]: []})
        .append(path, [entry]),
    )
  }
  return commitChange(transaction, copies[0]?._id ?? '')
}

const ATTEMPTS = 10

/** A draft that goes out later must not take the agreement away again, whenever it was begun. */
async function recordInDrafts(
  client: SanityClient,
  path: string,
  id: string,
  entry: Entry,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const drafts = await fetchDocuments(client, [draftIdOf(id)])
    const without = drafts.filter((draft) => !holds(draft, path, entry))
    if (without.length === 0) return
    await record(client, path, without, entry)
  }
  throw new Error(
    'The agreement is recorded, and a draft of the brief that is being written lacks it',
  )
}

function holds(document: GateDocument, path: string, {_key}: Entry): boolean {
  const entries = valueAt(document, path)
  return Array.isArray(entries) && entries.some((each) => isRecord(each) && each._key === _key)
}
