import type {SanityClient} from '@sanity/client'
import {contentOf} from '../fingerprint/contentOf.ts'
import {draftIdOf} from '../model/documentIds.ts'
import type {GateModel} from '../model/gateModel.ts'
import {idAt} from '../model/record.ts'
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
  const record = {
    _key: crypto.randomUUID(),
    _type: 'agreement',
    person: {_type: 'reference', _ref: person._id},
    fingerprint,
    on: new Date().toISOString(),
  }
  // A draft that goes out later must not take the agreement away again.
  const copies = [document, ...(await fetchDocuments(client, [draftIdOf(document._id)]))]
  const transaction = client.transaction()
  for (const {_id, _rev} of copies) {
    transaction.patch(_id, (patch) =>
      patch
        .ifRevisionId(_rev ?? '')
        .setIfMissing({[agreement.recordPath]: []})
        .append(agreement.recordPath, [record]),
    )
  }
  return commitChange(transaction, document._id)
}
