import {readReview, readSeal, sealId, snapshotId} from '../model/gateDocuments.ts'
import {CHECKPOINT_PREFIX, readCheckpoint} from '../model/checkpoint.ts'
import {isGated, type GateDocument} from '../model/gateModel.ts'
import {isRecord, listAt, textAt, type JsonRecord} from '../model/record.ts'
import {instantOf} from '../verdict/instant.ts'
import {ownDates} from '../verdict/ownDates.ts'
import {documentOf} from './documentOf.ts'
import {readContent, readDocument} from './documentRecord.ts'
import {mismatch, type Mismatch} from './finding.ts'
import type {ProofContents} from './proofContents.ts'
import type {ProofRecord} from './proofRecord.ts'

/** Clocks of several servers agree so far. */
const CLOCK_MS = 60_000

/** Kinds of line that are types of document. */
const OWN_KINDS = ['review', 'snapshot', 'seal', 'incident', 'checkpoint'] as const

/** Takes in what a line holds, if it is right by itself; what is wrong otherwise. */
export function gatherRecord(
  contents: ProofContents,
  {kind, value}: ProofRecord,
): Mismatch | undefined {
  const id = textAt(value, '_id')
  if (!id) return mismatch('a document with an id', 'none')
  if (OWN_KINDS.some((own) => own === kind) && value._type !== kind) {
    return mismatch(`a ${kind}`, `a ${String(value._type)}`)
  }
  switch (kind) {
    case 'document':
      return gatherDocument(contents, id, value)
    case 'ungated':
      return gatherUngated(contents, id, value)
    case 'review':
      return gatherReview(contents, id, value)
    case 'snapshot':
      return gatherSnapshot(contents, id, value)
    case 'seal':
      return gatherSeal(contents, id, value)
    case 'incident':
      return gatherIncident(contents, id, value)
    case 'checkpoint':
      return gatherCheckpoint(contents, id, value)
    case 'agreement':
      return gatherAgreement(contents, id, value)
    case 'header':
    case 'end':
      return undefined
    default:
      return kind satisfies never
  }
}

function gatherDocument(
  {header, documents}: ProofContents,
  id: string,
  value: JsonRecord,
): Mismatch | undefined {
  const document = readDocument(header.model, value)
  if (!isDocument(document)) return document
  documents.set(id, document)
  return undefined
}

function isDocument(read: GateDocument | Mismatch): read is GateDocument {
  return '_id' in read
}

function gatherUngated(
  {header, ungated}: ProofContents,
  id: string,
  value: JsonRecord,
): Mismatch | undefined {
  const type = textAt(value, '_type') ?? ''
  if (type === '' || isGated(header.model, type)) {
    return mismatch('a type that asks for no role', type)
  }
  ungated.set(id, {_id: id, _type: type})
  return undefined
}

function gatherReview(
  {header, reviews}: ProofContents,
  id: string,
  value: JsonRecord,
): Mismatch | undefined {
  if (!/^claimGate\.review\../u.test(id)) {
    return mismatch('an id claimGate.review.…, under which alone a review counts', id)
  }
  const review = readReview({...value, _id: id, _type: 'review'})
  if (!review) return mismatch('subject, fingerprint, role, decision and _createdAt', 'not all')
  if (!(instantOf(review._createdAt) <= instantOf(header.exportedAt) + CLOCK_MS)) {
    return mismatch(`written before the export at ${header.exportedAt}`, review._createdAt)
  }
  reviews.set(id, review)
  return undefined
}

function gatherSnapshot(
  {header, snapshots}: ProofContents,
  id: string,
  value: JsonRecord,
): Mismatch | undefined {
  const [subject = '', subjectType = '', fingerprint = ''] = [
    'subject',
    'subjectType',
    'fingerprint',
  ].map((key) => textAt(value, key))
  const content = readContent(value, subjectType)
  if ('expected' in content) return content
  const expected = snapshotId(subject, fingerprint)
  if (id !== expected) return mismatch(`the id ${expected} for this subject and content`, id)
  const document = documentOf({_id: subject, _type: subjectType}, content.content)
  snapshots.set(id, {subject, subjectType, fingerprint, dates: ownDates(header.model, document)})
  return undefined
}

function gatherSeal({seals}: ProofContents, id: string, value: JsonRecord): Mismatch | undefined {
  const seal = readSeal({...value, _id: id, _type: 'seal'})
  const expected = sealId(seal.subject)
  if (id !== expected) return mismatch(`the id ${expected} for a seal of ${seal.subject}`, id)
  const odd = listAt(value, 'pins').find((pin) => !isWholePin(pin))
  if (odd) return mismatch('pins with a document, its seal and a fingerprint', JSON.stringify(odd))
  if (seal.accepts.length !== listAt(value, 'accepts').length) {
    return mismatch('accepts with a fingerprint each', JSON.stringify(value.accepts))
  }
  seals.set(seal.subject, seal)
  return undefined
}

function isWholePin(pin: unknown): boolean {
  if (!isRecord(pin) || !isRecord(pin.doc) || !isRecord(pin.seal)) return false
  const doc = textAt(pin.doc, '_ref')
  return (
    doc !== undefined && pin.seal._ref === sealId(doc) && textAt(pin, 'fingerprint') !== undefined
  )
}

function gatherIncident(
  {incidents}: ProofContents,
  id: string,
  value: JsonRecord,
): Mismatch | undefined {
  const subject = textAt(value, 'subject')
  if (!id.startsWith(`claimGate.incident.${subject}.`)) {
    return mismatch(`an id claimGate.incident.${subject}.…`, id)
  }
  incidents.add(id)
  return undefined
}

function gatherCheckpoint(
  {checkpoints}: ProofContents,
  id: string,
  value: JsonRecord,
): Mismatch | undefined {
  const checkpoint = readCheckpoint({...value, _id: id, _type: 'checkpoint'})
  if (!checkpoint)
    return mismatch(`an id ${CHECKPOINT_PREFIX}… and a kind`, `${id}, ${String(value.kind)}`)
  checkpoints.set(id, checkpoint)
  return undefined
}

function gatherAgreement(
  {header, agreements}: ProofContents,
  id: string,
  value: JsonRecord,
): Mismatch | undefined {
  const [type, group] = ['_type', 'group'].map((key) => textAt(value, key))
  const expected = header.model.options.agreement?.type
  if (type === undefined || type !== expected) return mismatch(`a ${expected}`, `a ${type}`)
  if (group === undefined) return mismatch('the group that it is about', 'none')
  agreements.set(group, {_id: id, _type: type})
  return undefined
}
