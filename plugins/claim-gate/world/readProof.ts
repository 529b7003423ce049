import type {SanityClient} from '@sanity/client'
import {contentOf} from '../fingerprint/contentOf.ts'
import {isGated, type GateDocument, type GateModel} from '../model/gateModel.ts'
import {idAt} from '../model/record.ts'
import {documentRecord} from '../proof/documentRecord.ts'
import {PROOF_FORMAT, PROOF_VERSION, type ProofRecord} from '../proof/proofRecord.ts'
import {fetchDocuments} from './loadWorld.ts'

/** Something changed between the moment that is read and its reading: the reading must begin again. */
export class DatasetMovedError extends Error {
  override name = 'DatasetMovedError'
}

/** So many documents are read at once. */
const PAGE = 200
const PUBLISHED = '[!(_id in path("drafts.**"))][!(_id in path("versions.**"))]{_id, _rev}'
/** One query is one moment: whatever is read later must still be of the revision that it names. */
const QUERY = `{
  "now": now(),
  "document": *[_type in $types]${PUBLISHED},
  "review": *[_type == "review"]${PUBLISHED},
  "snapshot": *[_type == "snapshot"]${PUBLISHED},
  "seal": *[_type == "seal"]${PUBLISHED},
  "incident": *[_type == "incident"]${PUBLISHED},
  "checkpoint": *[_type == "checkpoint"][_id in path("claimGate.checkpoint.*")][kind in ["launch", "change"]][!defined(outcome) || outcome in ["passed", "merged", "abandoned"]]${PUBLISHED},
  "agreement": *[_type == $agreement]${PUBLISHED}
}`

type Revision = Required<Pick<GateDocument, '_id' | '_rev'>>
type Kind = 'document' | 'review' | 'snapshot' | 'seal' | 'incident' | 'checkpoint' | 'agreement'
type Moment = {now: string} & Record<Kind, Revision[]>

/**
 * Reads all that a proof holds but its last line, page by page, as it stood at one moment.
 * @throws DatasetMovedError when something of it was changed before it was read.
 * @throws Error when there is nothing to prove, or a read fails.
 */
export async function* readProof(
  client: SanityClient,
  model: GateModel,
): AsyncGenerator<ProofRecord> {
  const {projectId = '', dataset = ''} = client.config()
  const moment = await reading(
    `what ${projectId}/${dataset} holds`,
    client.fetch<Moment>(
      QUERY,
      {types: Object.keys(model.types), agreement: model.options.agreement?.type ?? ''},
      {perspective: 'raw', useCdn: false},
    ),
  )
  if (moment.document.length === 0) {
    throw new Error(`${projectId}/${dataset} shows no published document that the gate holds`)
  }
  const header = {format: PROOF_FORMAT, version: PROOF_VERSION, exportedAt: moment.now}
  yield {kind: 'header', value: {...header, projectId, dataset, model}}
  const ungated = new Map<string, ProofRecord>()
  for await (const page of readPages(client, moment.document)) {
    for (const document of page) yield documentRecord(model, document)
    for (const record of await readUngated(client, model, page)) ungated.set(...record)
  }
  yield* byId(ungated.keys()).flatMap((id) => ungated.get(id) ?? [])
  for (const kind of ['review', 'snapshot', 'seal', 'incident', 'checkpoint'] as const) {
    for await (const page of readPages(client, moment[kind])) {
      for (const document of page) yield {kind, value: document}
    }
  }
  for await (const page of readPages(client, moment.agreement)) {
    for (const document of page) yield* agreementRecord(model, document)
  }
}

/** Says what it was that could not be read. */
async function reading<T>(what: string, read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`${what} could not be read: ${why}`, {cause: error})
  }
}

/** By UTF-16 code units, whatever order the lake has. */
const byId = (ids: Iterable<string>): string[] => [...ids].toSorted()

async function* readPages(
  client: SanityClient,
  revisions: readonly Revision[],
): AsyncGenerator<GateDocument[]> {
  const revisionOf = new Map(revisions.map(({_id, _rev}) => [_id, _rev]))
  const ids = byId(revisionOf.keys())
  for (let start = 0; start < ids.length; start += PAGE) {
    const page = ids.slice(start, start + PAGE)
    const documents = await reading(`${page[0]} and what follows`, fetchDocuments(client, page))
    const found = new Map(documents.map((document) => [document._id, document]))
    yield page.map((id) => {
      const document = found.get(id)
      if (document && document._rev === revisionOf.get(id)) return document
      throw new DatasetMovedError(`${id} was ${document ? 'changed' : 'deleted'} while it was read`)
    })
  }
}

/** What these documents refer to and the gate does not hold; by id. */
async function readUngated(
  client: SanityClient,
  model: GateModel,
  documents: readonly GateDocument[],
): Promise<[string, ProofRecord][]> {
  const ids = new Set(documents.flatMap((document) => contentOf(model, document).references))
  documents.forEach(({_id}) => ids.delete(_id))
  const types = await reading(
    'what documents refer to',
    client.fetch<{_id: string; _type: string}[]>(
      '*[_id in $ids]{_id, _type}',
      {ids: [...ids]},
      {perspective: 'raw', useCdn: false},
    ),
  )
  return types
    .filter(({_type}) => !isGated(model, _type))
    .map(({_id, _type}) => [_id, {kind: 'ungated', value: {_id, _type}}])
}

/** Of an agreement only which group it is about: its words are no part of what was approved. */
function agreementRecord(model: GateModel, document: GateDocument): ProofRecord[] {
  const path = model.options.agreement?.groupPath
  const group = path === undefined ? undefined : idAt(document, path)
  const {_id, _type} = document
  return group === undefined ? [] : [{kind: 'agreement', value: {_id, _type, group}}]
}
