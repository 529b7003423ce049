import {describe, expect, test} from 'vitest'
import {referencesIn} from './referencesIn.ts'

describe('referencesIn', () => {
  test('finds references at any depth, and tells weak from strong', () => {
    const found = referencesIn({
      to: {_ref: 'a'},
      list: [{_key: 'k', deep: {_type: 'reference', _ref: 'b', _weak: true}}],
    })
    expect(found.toSorted((x, y) => (x.id < y.id ? -1 : 1))).toEqual([
      {id: 'a', weak: false},
      {id: 'b', weak: true},
    ])
  })

  test('leaves alone those that lead into other datasets and what only looks like one', () => {
    const elsewhere = [
      {_ref: 'a', _dataset: 'other', _projectId: 'p'},
      {_type: 'globalDocumentReference', _ref: 'media-library:x:y'},
      {_ref: 1},
      '_ref',
    ]
    expect(referencesIn({elsewhere})).toEqual([])
  })
})
