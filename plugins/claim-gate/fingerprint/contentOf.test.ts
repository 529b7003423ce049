import canonicalize from 'canonicalize'
import {describe, expect, test} from 'vitest'
import {trialModel} from '../fixtures/trialSchema.ts'
import {contentOf, fingerprintOf} from './contentOf.ts'

type Fields = Record<string, unknown>

const page = (fields: Fields) => ({_id: 'p', _type: 'page', ...fields})
const print = (fields: Fields): string => contentOf(trialModel, page(fields)).fingerprint
const jsonOf = (fields: Fields): string => contentOf(trialModel, page(fields)).json
const span = (text: string, marks: string[] = [], key = 'k') => ({
  _key: key,
  _type: 'span',
  text,
  marks,
})
const block = (children: unknown[], markDefs: unknown[] = []) => ({
  _key: 'b',
  _type: 'block',
  style: 'normal',
  markDefs,
  children,
})
const cites = (key: string, ref: string, more: Fields = {}) => ({
  _key: key,
  _type: 'cites',
  statement: {_type: 'reference', _ref: ref},
  ...more,
})

describe('what a fingerprint is made of', () => {
  test('golden vectors of algorithm v1 never change', () => {
    expect(
      jsonOf({headline: 'Warm', statements: [{_key: 'a', _type: 'reference', _ref: 's1'}]}),
    ).toBe('{"_type":"page","headline":"Warm","statements":[{"_ref":"s1","_type":"reference"}]}')
    expect(print({headline: 'Warm'})).toBe(
      'v1-495fa3912ac9f2c3acfede4a2555581be982c4d2437a2cfec78ae66b46fa3b31',
    )
    expect(
      print({body: [block([span('51 vs '), span('94 s', ['strong', 'a1'])], [cites('a1', 's9')])]}),
    ).toBe('v1-ea9aeaa18243bb7d5064889066aaf15bfcaf8e290c11feaf2405f1a4938dc9ac')
  })

  test('anyone can compute it again from the canonical JSON', () => {
    const {json, fingerprint} = contentOf(trialModel, page({headline: 'Warm'}))
    expect(fingerprintOf(json)).toBe(fingerprint)
  })

  test('it is computed once for as long as the document object lives', () => {
    const document = page({headline: 'Warm'})
    const content = contentOf(trialModel, document)
    expect(contentOf(trialModel, document)).toBe(content)
    expect(contentOf(trialModel, {...document})).toEqual(content)
    expect(
      contentOf({...trialModel, shapes: {page: {headline: {material: false}}}}, document),
    ).toEqual({
      json: '{"_type":"page"}',
      fingerprint: fingerprintOf('{"_type":"page"}'),
      references: [],
    })
  })

  test('what the lake adds, order of members, keys and empty values do not count', () => {
    expect(
      print({
        _rev: 'r',
        _updatedAt: 'now',
        statements: [
          {
            _ref: 's1',
            _type: 'reference',
            _key: 'x',
            _weak: true,
            _strengthenOnPublish: {type: 'statement'},
          },
        ],
        headline: '  Warm\n',
        body: [],
        until: '',
        subtitle: null,
        extra: {},
        nested: {deep: [{}, [], '']},
      }),
    ).toBe(print({headline: 'Warm', statements: [{_key: 'y', _type: 'reference', _ref: 's1'}]}))
  })

  test('false and 0 count', () => {
    expect(print({flag: false})).not.toBe(print({}))
    expect(print({n: 0})).not.toBe(print({}))
  })

  test('fields that are not material do not count, however deep', () => {
    const study = (result: Fields, notes: string) =>
      contentOf(trialModel, {_id: 's', _type: 'study', title: 'A', notes, result}).fingerprint
    expect(study({value: 4, method: 'weighed'}, 'a')).toBe(
      study({value: 4, method: 'counted'}, 'b'),
    )
    expect(study({value: 4}, 'a')).not.toBe(study({value: 5}, 'a'))
  })

  test('text is NFC and its whitespace collapsed, but not that of code', () => {
    expect(print({headline: 'Caf\u0065\u0301  au\u00a0lait'})).toBe(
      print({headline: 'Caf\u00e9 au lait'}),
    )
    const code = (text: string) => print({snippet: {_type: 'code', code: text}})
    expect(code('a  b')).not.toBe(code('a b'))
    expect(code('e\u0301')).toBe(code('\u00e9'))
  })

  test('a lone surrogate is content like any other and stops nothing', () => {
    expect(print({headline: 'a\ud800'})).not.toBe(print({headline: 'a'}))
  })

  test('it is RFC 8785 JSON', () => {
    const json = jsonOf({'€': 1, '\r': 2, '\ud83d\ude00': 3, 1: 1e21, b: 0.000001, a: -0})
    expect(json).toBe(canonicalize(JSON.parse(json)))
  })
})

describe('portable text', () => {
  const text = (children: unknown[], markDefs: unknown[] = []) =>
    print({body: [block(children, markDefs)]})

  test('spans that the editor split and annotations under new keys are the same', () => {
    expect(
      text(
        [span('no '), span('table', ['a', 'strong']), span(' risk', ['strong', 'a'])],
        [cites('a', 's1')],
      ),
    ).toBe(
      text(
        [span('no '), span('table risk', ['strong', 'zz'])],
        [cites('zz', 's1'), cites('unused', 's7')],
      ),
    )
  })

  test('two citations swapped are different', () => {
    const order = (first: string, second: string) =>
      text(
        [span('A', ['x']), span(' and '), span('B', ['y'])],
        [cites('x', first), cites('y', second)],
      )
    expect(order('s1', 's2')).not.toBe(order('s2', 's1'))
  })

  test('"no table risk" is not "notable risk", wherever the spans part', () => {
    expect(text([span('no '), span('table risk')])).toBe(text([span('no'), span(' table risk')]))
    expect(text([span('no '), span('table risk')])).not.toBe(text([span('no'), span('table risk')]))
  })

  test('whitespace at the ends of a block and twice over between spans does not count', () => {
    expect(text([span(' 51 '), span(' vs', ['em']), span(' ', [])])).toBe(
      text([span('51 '), span('vs', ['em'])]),
    )
  })

  test('an accent split from its letter by the editor is the same letter', () => {
    expect(text([span('Cafe'), span('\u0301 au lait')])).toBe(text([span('Caf\u00e9 au lait')]))
  })

  test('whitespace under the code decorator counts', () => {
    expect(text([span('a  b', ['code'])])).not.toBe(text([span('a b', ['code'])]))
  })

  test('a remark on an annotation is not material; its target is', () => {
    const remark = (value: string) => text([span('A', ['x'])], [cites('x', 's1', {remark: value})])
    expect(remark('one')).toBe(remark('two'))
  })

  test('nothing in a block goes unseen: whatever a span or a block holds besides, counts', () => {
    const plain = text([span('a')])
    expect(text([span('a'), 'unreviewed'])).not.toBe(plain)
    expect(text([{...span('a'), footnote: 'unreviewed'}])).not.toBe(plain)
    expect(text([span('a'), {...span(''), footnote: 'unreviewed'}])).not.toBe(plain)
  })

  test('an inline object parts the text and counts', () => {
    expect(text([span('a'), {_type: 'figure', _key: 'f', alt: 'pad'}, span('b')])).not.toBe(
      text([span('ab')]),
    )
  })
})

describe('references', () => {
  test('are those in what is hashed: annotations in use, not unused ones, not non-material ones', () => {
    const {references} = contentOf(
      trialModel,
      page({
        statements: [
          {_type: 'reference', _ref: 's1'},
          {_type: 'reference', _ref: 's1'},
        ],
        body: [block([span('A', ['x'])], [cites('x', 's2'), cites('unused', 's3')])],
        notes: {_type: 'reference', _ref: 's4'},
        elsewhere: {_type: 'crossDatasetReference', _dataset: 'other', _ref: 's5'},
      }),
    )
    expect(references.toSorted()).toEqual(['s1', 's2'])
  })

  test('are not those of words of which nothing is left', () => {
    const defs = [cites('x', 's1'), cites('y', 's2')]
    const {references, json} = contentOf(
      trialModel,
      page({body: [block([span(' ', ['x']), span('A', ['y']), span('\n', ['x'])], defs)]}),
    )
    expect(json).not.toContain('s1')
    expect(references).toEqual(['s2'])
  })
})
