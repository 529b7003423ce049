import type {GateDocument, GateModel} from '../model/gateModel.ts'
import {sha256Hex} from './sha256Hex.ts'
import {writeDocument} from './writeCanonical.ts'

/** A document's material content, which is what people sign. */
export interface Content {
  /** RFC 8785 canonical JSON. */
  json: string
  /** `v1-` and the SHA-256 of `json` in hexadecimal. */
  fingerprint: string
  /** Ids referred to in exactly what is hashed. */
  references: readonly string[]
}

const known = new WeakMap<GateModel, WeakMap<GateDocument, Content>>()

/** Reads a document's material content; remembers it for as long as the document object lives. */
export function contentOf(model: GateModel, document: GateDocument): Content {
  let ofModel = known.get(model)
  if (!ofModel) known.set(model, (ofModel = new WeakMap()))
  let content = ofModel.get(document)
  if (!content) ofModel.set(document, (content = readContent(model, document)))
  return content
}

function readContent(model: GateModel, document: GateDocument): Content {
  const references = new Set<string>()
  const json = writeDocument(document, model.shapes[document._type], {
    shapes: model.shapes,
    references,
  })
  return {json, fingerprint: fingerprintOf(json), references: [...references]}
}

/** The fingerprint of canonical JSON: anyone can compute it again from a snapshot. */
export function fingerprintOf(canonicalJson: string): string {
  return `v1-${sha256Hex(canonicalJson)}`
}
