import {describe, expect, test} from 'vitest'
import {readShapes} from './readShapes.ts'

const finding = {
  name: 'finding',
  type: 'object',
  fields: [
    {name: 'value', type: 'number'},
    {name: 'method', type: 'string', options: {material: false}},
  ],
}
const aside = {name: 'aside', type: 'object', options: {material: false}, fields: []}
const sources = {name: 'sources', type: 'array', of: [{type: 'finding'}, {type: 'string'}]}
const asides = {...sources, name: 'asides', options: {material: false}}

/** The shape of a field defined like this, beside types that have names of their own. */
const shapeOf = (field: object) =>
  readShapes([
    finding,
    aside,
    sources,
    asides,
    {name: 'page', type: 'document', fields: [{name: 'it', ...field}]},
  ]).page?.it

describe('the shape of a field', () => {
  test.each([
    ['text', {type: 'string'}, {material: true}],
    [
      'text that nobody needs to review',
      {type: 'text', options: {material: false}},
      {material: false},
    ],
    ['a named type, by its name alone', {type: 'finding'}, {material: true, type: 'finding'}],
    ['a named type that is not material', {type: 'aside'}, {material: false, type: 'aside'}],
    [
      'a field that is material although its type is not',
      {type: 'aside', options: {material: true}},
      {material: true, type: 'aside'},
    ],
    [
      'an option that is neither yes nor no, which leaves it to the type',
      {type: 'aside', options: {material: 'yes'}},
      {material: false, type: 'aside'},
    ],
    [
      'an object of its own',
      {type: 'object', fields: [null, {name: 'alt', type: 'string'}, 'width']},
      {material: true, fields: {alt: {material: true}}},
    ],
    [
      'a list, its members by name or else by type',
      {type: 'array', of: [null, {type: 'finding'}, {name: 'hero', type: 'image'}, 'string']},
      {material: true, of: {finding: {material: true, type: 'finding'}, hero: {material: true}}},
    ],
    [
      'a list with members of which nobody knows name or type',
      {type: 'array', of: [{}]},
      {material: true, of: {'': {material: true}}},
    ],
    ['a list of nothing', {type: 'array'}, {material: true, of: {}}],
    [
      'a named list, with the shapes of its members',
      {type: 'sources'},
      {material: true, of: {finding: {material: true, type: 'finding'}, string: {material: true}}},
    ],
    [
      'a named list that is not material',
      {type: 'asides'},
      {material: false, of: {finding: {material: true, type: 'finding'}, string: {material: true}}},
    ],
  ])('%s', (_what, field, shape) => {
    expect(shapeOf(field)).toStrictEqual(shape)
  })

  test('portable text: what stands between its words, and what its annotations hold', () => {
    const block = {
      type: 'block',
      of: [null, {name: 'figure', type: 'object', fields: [{name: 'alt', type: 'string'}]}],
      marks: {
        annotations: [
          null,
          {name: 'cites', type: 'object', fields: [{name: 'statement', type: 'reference'}]},
          {name: 'hint', type: 'object', options: {material: false}},
        ],
      },
    }
    expect(shapeOf({type: 'array', of: [block, {name: 'plain', type: 'block'}]})).toStrictEqual({
      material: true,
      of: {
        block: {
          material: true,
          fields: {
            children: {
              material: true,
              of: {figure: {material: true, fields: {alt: {material: true}}}},
            },
            markDefs: {
              material: true,
              of: {
                cites: {material: true, fields: {statement: {material: true}}},
                hint: {material: false},
              },
            },
          },
        },
        plain: {
          material: true,
          fields: {children: {material: true, of: {}}, markDefs: {material: true, of: {}}},
        },
      },
    })
  })
})

describe('the shapes of a schema', () => {
  test('are those of every type with a name, and empty where a type has no fields', () => {
    expect(readShapes([finding, aside, sources])).toStrictEqual({
      finding: {value: {material: true}, method: {material: false}},
      aside: {},
      sources: {},
    })
  })

  test('keep what has no name under none', () => {
    expect(readShapes([{type: 'document', fields: [{type: 'string'}]}])).toStrictEqual({
      '': {'': {material: true}},
    })
  })
})
