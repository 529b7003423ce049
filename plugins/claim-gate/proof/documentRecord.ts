import {contentOf, fingerprintOf} from '../fingerprint/contentOf.ts'
import {publishedIdOf} from '../model/documentIds.ts'
import {isGated, type GateDocument, type GateModel} from '../model/gateModel.ts'
import {isRecord, textAt, type JsonRecord} from '../model/record.ts'
import {documentOf} from './documentOf.ts'
import {mismatch, type Mismatch} from './finding.ts'
import type {ProofRecord} from './proofRecord.ts'
import {parseJson} from './readProofLine.ts'

/** A published document as a proof holds it: who it is, and its canonical content. */
export function documentRecord(model: GateModel, document: GateDocument): ProofRecord {
  const {json, fingerprint} = contentOf(model, document)
  const {_id, _type, _rev} = document
  return {kind: 'document', value: {_id, _type, _rev, fingerprint, content: json}}
}

/** The document of such a record, or what is wrong with it. */
export function readDocument(model: GateModel, value: JsonRecord): GateDocument | Mismatch {
  const [_id = '', _type = '', _rev = ''] = ['_id', '_type', '_rev'].map((key) =>
    textAt(value, key),
  )
  if (_rev === '') return mismatch('a revision', 'none')
  if (publishedIdOf(_id) !== _id) return mismatch('a published document', _id)
  if (!isGated(model, _type)) return mismatch('a type that the gate holds', _type)
  const content = readContent(value, _type)
  if ('expected' in content) return content
  const document = documentOf({_id, _type, _rev}, content.content)
  return contentOf(model, document).json === value.content
    ? document
    : mismatch(
        'content as the rules in this file write it',
        `content of which they leave ${contentOf(model, document).fingerprint}`,
      )
}

/** Content whose hash is the fingerprint beside it and which is of the type that it is said to be. */
export function readContent(value: JsonRecord, type: string): {content: JsonRecord} | Mismatch {
  const [json, fingerprint] = ['content', 'fingerprint'].map((key) => textAt(value, key))
  if (json === undefined) return mismatch('content', 'none')
  if (fingerprintOf(json) !== fingerprint) {
    return mismatch(
      `content with the fingerprint ${fingerprint}`,
      `content with ${fingerprintOf(json)}`,
    )
  }
  const content = parseJson(json)
  if (!isRecord(content)) return mismatch('content that is JSON of an object', 'other text')
  if (content._type !== type)
    return mismatch(`content of a ${type}`, `of a ${String(content._type)}`)
  return {content}
}
