import {fc, test} from '@fast-check/vitest'
import {expect} from 'vitest'
import {contentOf} from '../fingerprint/contentOf.ts'
import {trialModel} from '../fixtures/trialSchema.ts'
import type {GateDocument} from '../model/gateModel.ts'
import {isRecord, type JsonRecord} from '../model/record.ts'
import {documentOf} from './documentOf.ts'

const SEED = {seed: 20_261_124, numRuns: Number(process.env.FUZZ_RUNS ?? 1000)}
const IDENTITY = {_id: 'p', _type: 'page', _rev: 'r'}

/** What is left of a document once it was canonical content. */
function restored(document: JsonRecord): {before: GateDocument; after: GateDocument} {
  const before = {...document, ...IDENTITY}
  const content: unknown = JSON.parse(contentOf(trialModel, before).json)
  return {before, after: documentOf(IDENTITY, isRecord(content) ? content : {})}
}

const text = fc.string({unit: fc.constantFrom('x', ' ', 'é', '\u0301', '\n'), maxLength: 8})
const spans = fc.array(
  fc.record({
    _type: fc.constant('span'),
    text,
    marks: fc.uniqueArray(fc.constantFrom('strong', 'code', 'k0', 'k1', 'k2')),
  }),
  {maxLength: 5},
)
const inline = fc.record({_type: fc.constant('figure'), alt: text, _key: text})
const definitions = fc.array(
  fc.record({
    _type: fc.constant('cites'),
    statement: fc.record({_type: fc.constant('reference'), _ref: fc.constantFrom('a', 'b')}),
    remark: text,
    body: fc.array(fc.record({_type: fc.constant('block'), children: spans}), {maxLength: 1}),
  }),
  {maxLength: 3},
)
const block = fc
  .record({
    style: text,
    definitions,
    children: fc.tuple(spans, fc.array(inline, {maxLength: 2}), spans),
  })
  .map(({style, definitions: marks, children}) => ({
    _type: 'block',
    style,
    markDefs: marks.map((mark, at) => ({...mark, _key: `k${at}`})),
    children: children.flat(),
  }))

test.prop([fc.record({headline: text, body: fc.array(block, {maxLength: 3})})], SEED)(
  'canonical content made into a document has the same content, and the references that are in it',
  (document) => {
    const {before, after} = restored(document)
    const {json} = contentOf(trialModel, before)
    expect(contentOf(trialModel, after).json).toBe(json)
    const named = new Set([...json.matchAll(/"_ref":"(.)"/gu)].map(([, id]) => id))
    expect(new Set(contentOf(trialModel, after).references)).toEqual(named)
  },
)

test.prop([fc.dictionary(fc.string(), fc.jsonValue({maxDepth: 5}), {maxKeys: 6})], SEED)(
  'so does any other data',
  (document) => {
    const {before, after} = restored(document)
    expect(contentOf(trialModel, after).json).toBe(contentOf(trialModel, before).json)
  },
)
