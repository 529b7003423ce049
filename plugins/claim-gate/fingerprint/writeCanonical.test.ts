import {describe, expect, test} from 'vitest'
import type {FieldShape} from '../model/gateModel.ts'
import {writeDocument} from './writeCanonical.ts'

const shapes: Record<string, Record<string, FieldShape>> = {
  note: {
    aside: {material: false},
    result: {material: true, type: 'finding'},
    loose: {material: true},
    parts: {
      material: true,
      of: {
        object: {material: true, fields: {aside: {material: false}}},
        hint: {material: false},
        finding: {material: true, type: 'finding'},
      },
    },
    body: {
      material: true,
      of: {
        block: {
          material: true,
          fields: {
            children: {
              material: true,
              of: {figure: {material: true, fields: {aside: {material: false}}}},
            },
            markDefs: {
              material: true,
              of: {
                cites: {material: true, fields: {aside: {material: false}}},
                hint: {material: false},
              },
            },
          },
        },
      },
    },
  },
  finding: {aside: {material: false}},
}

const written = (fields: object) => {
  const references = new Set<string>()
  const document = {_id: 'n', ...fields}
  return {
    json: writeDocument(document, shapes.note, {shapes, references}),
    references: [...references],
  }
}

describe('what is written of a document', () => {
  test.each([
    ['nothing of nothing', {a: undefined, b: null, c: '', d: [], e: {}, f: [[{}], ' ']}, ''],
    ['nothing of what JSON cannot say', {a: NaN, b: Infinity, c: () => 1, d: [undefined]}, ''],
    [
      'yes, no and numbers',
      {a: true, b: false, c: 0, d: -0, e: 1e21},
      '{"a":true,"b":false,"c":0,"d":0,"e":1e+21}',
    ],
    [
      'its type, and none of its other own fields',
      {_type: 'note', _rev: 'r', a: 1},
      '{"_type":"note","a":1}',
    ],
    [
      'members in the order of their names',
      {b: 1, a: 2, B: 3, 10: 4, 9: 5},
      '{"10":4,"9":5,"B":3,"a":2,"b":1}',
    ],
    ['names as JSON writes them, the second time too', {'"': {'"': 1}}, '{"\\"":{"\\"":1}}'],
    [
      'no space that does not count, however deep',
      {a: {_type: 'x', b: ' c  d '}, e: [' f\n']},
      '{"a":{"_type":"x","b":"c d"},"e":["f"]}',
    ],
    [
      'all space in code, however deep',
      {a: {_type: 'code', b: ' c', d: [{e: ' f'}]}},
      '{"a":{"_type":"code","b":" c","d":[{"e":" f"}]}}',
    ],
    [
      'nothing of fields that are not material',
      {aside: 'x', result: {aside: 'x', a: 1}},
      '{"result":{"a":1}}',
    ],
    ['all of a field that has the name of one elsewhere', {a: {aside: 'x'}}, '{"a":{"aside":"x"}}'],
    [
      'members of a list, each by the shape of its type, nameless ones as objects',
      {
        parts: [
          {aside: 'x', a: 1},
          {_type: 'hint', a: 2},
          {_type: 'finding', aside: 'x', a: 3},
          {_type: 'other', aside: 'y'},
        ],
      },
      '{"parts":[{"a":1},{"_type":"finding","a":3},{"_type":"other","aside":"y"}]}',
    ],
    [
      'all of a list of which the schema says nothing more',
      {loose: [{_key: 'k', _type: 'hint', a: 1}]},
      '{"loose":[{"_type":"hint","a":1}]}',
    ],
  ])('%s', (_what, fields, json) => {
    expect(written(fields)).toEqual({json, references: []})
  })

  test.each([
    [
      'a reference, without how it is kept',
      {_key: 'k', _type: 'reference', _ref: 's1', _weak: true, _strengthenOnPublish: {}},
      '{"_ref":"s1","_type":"reference"}',
      ['s1'],
    ],
    [
      'a reference with words of its own',
      {_ref: 's1', note: ' a  b '},
      '{"_ref":"s1","note":"a b"}',
      ['s1'],
    ],
    [
      'a reference into another dataset',
      {_ref: 's1', _dataset: 'd'},
      '{"_dataset":"d","_ref":"s1"}',
      [],
    ],
    [
      'a reference into another project',
      {_ref: 's1', _projectId: 'p'},
      '{"_projectId":"p","_ref":"s1"}',
      [],
    ],
    ['a reference whose id is no text', {_ref: 1}, '{"_ref":1}', []],
  ])('%s', (_what, reference, json, references) => {
    expect(written({a: reference})).toEqual({json: `{"a":${json}}`, references})
  })
})

describe('what is written of portable text', () => {
  const block = (children: unknown[], markDefs: unknown[] = []) => ({
    _key: 'b',
    _type: 'block',
    markDefs,
    children,
  })
  const span = (text: unknown, ...marks: string[]) => ({_key: 'k', _type: 'span', text, marks})
  const a = '{"_type":"span","text":"a"}'

  test.each([
    ['its words', [span('a')], [], a],
    [
      'no word of a span that has none',
      [span('a'), span(undefined), span(7), span('', 'code')],
      [],
      a,
    ],
    [
      'marks once, in order',
      [span('a', 'strong', 'em', 'strong')],
      [],
      '{"_type":"span","marks":["em","strong"],"text":"a"}',
    ],
    [
      'an annotation where it is used, without what does not count in it',
      [span('a', 'x', 'strong')],
      [null, 'x', {_key: 'x', _type: 'cites', aside: 'x', words: ' b  c '}],
      '{"_type":"span","marks":["strong",{"_type":"cites","words":"b c"}],"text":"a"}',
    ],
    [
      'no annotation that is not material, nor one that says nothing',
      [span('a', 'x', 'strong', 'y')],
      [{_key: 'x', _type: 'hint', words: 'b'}, {_key: 'y'}],
      '{"_type":"span","marks":["strong"],"text":"a"}',
    ],
    [
      'an object between the words',
      [span('a'), {_key: 'f', _type: 'figure', aside: 'x', alt: ' b  c '}],
      [],
      `${a},{"_type":"figure","alt":"b c"}`,
    ],
    [
      'what a span holds besides its words, before them',
      [{...span('a'), note: ' b  c '}],
      [],
      `{"note":"b c"},${a}`,
    ],
    ['what is neither span nor object', [span('a'), ' b  c ', 7, null], [], `${a},"b c",7`],
  ])('%s', (_what, children, markDefs, json) => {
    expect(written({body: [block(children, markDefs)]})).toEqual({
      json: `{"body":[{"_type":"block","children":[${json}]}]}`,
      references: [],
    })
  })

  test('all that an annotation holds, where the schema does not know the block', () => {
    const cites = {_key: 'x', _type: 'cites', aside: {_ref: 's1'}}
    const unused = {_key: 'y', _type: 'cites', aside: {_ref: 's2'}}
    expect(written({loose: [block([span('a', 'x')], [cites, unused])]})).toEqual({
      json: '{"loose":[{"_type":"block","children":[{"_type":"span","marks":[{"_type":"cites","aside":{"_ref":"s1"}}],"text":"a"}]}]}',
      references: ['s1'],
    })
  })

  test('every member of what has children but no span among them, for it is no block', () => {
    const menu = {_type: 'menu', markDefs: ['x'], children: [null, 'a', {_key: 'k', _type: 'item'}]}
    expect(written({menu})).toEqual({
      json: '{"menu":{"_type":"menu","children":["a",{"_type":"item"}],"markDefs":["x"]}}',
      references: [],
    })
  })
})
